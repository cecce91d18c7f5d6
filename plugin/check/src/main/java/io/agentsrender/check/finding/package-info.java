/** What rules find. */
@NullMarked
package io.agentsrender.check.finding;

import org.jspecify.annotations.NullMarked;
