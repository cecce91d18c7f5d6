/** What rules look at: a render and where it came from. */
@NullMarked
package io.agentsrender.check.subject;

import org.jspecify.annotations.NullMarked;
