/** The functions that Helm adds to those of Sprig (pkg/engine/funcs.go). */
@NullMarked
package io.agentsrender.helm.engine.function;

import org.jspecify.annotations.NullMarked;
