/** Go's {@code filepath.Match}, the pattern language of paths. */
@NullMarked
package io.agentsrender.source.match;

import org.jspecify.annotations.NullMarked;
