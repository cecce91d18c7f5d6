/**
 * The charts of one release: which of them are enabled, under which names, and with which values
 * (chartutil/dependencies.go and coalesce.go).
 */
@NullMarked
package io.agentsrender.helm.release;

import org.jspecify.annotations.NullMarked;
