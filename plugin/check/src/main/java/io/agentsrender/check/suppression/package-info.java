/** Findings that somebody accepts, with a reason. */
@NullMarked
package io.agentsrender.check.suppression;

import org.jspecify.annotations.NullMarked;
