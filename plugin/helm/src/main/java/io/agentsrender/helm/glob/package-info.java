/** The pattern language of {@code .Files.Glob}: gobwas globs. */
@NullMarked
package io.agentsrender.helm.glob;

import org.jspecify.annotations.NullMarked;
