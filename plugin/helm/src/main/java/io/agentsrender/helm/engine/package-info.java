/**
 * Helm's template engine: the objects and functions that templates see, the order in which they are
 * parsed and executed, and how Helm words their failures (pkg/engine).
 */
@NullMarked
package io.agentsrender.helm.engine;

import org.jspecify.annotations.NullMarked;
