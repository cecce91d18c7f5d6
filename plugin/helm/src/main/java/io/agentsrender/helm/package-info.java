/** A chart and values become a release, as {@code helm template} gives it. */
@NullMarked
package io.agentsrender.helm;

import org.jspecify.annotations.NullMarked;
