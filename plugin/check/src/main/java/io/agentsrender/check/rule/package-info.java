/** What a rule is. */
@NullMarked
package io.agentsrender.check.rule;

import org.jspecify.annotations.NullMarked;
