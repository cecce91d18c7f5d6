/**
 * The two pattern languages Helm matches paths with: Go's {@code filepath.Match} for {@code
 * .helmignore} and {@code --show-only}, and gobwas globs for {@code .Files.Glob}.
 */
@NullMarked
package io.agentsrender.helm.glob;

import org.jspecify.annotations.NullMarked;
