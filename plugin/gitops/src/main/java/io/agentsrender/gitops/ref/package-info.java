/** Refs: names for other trees, used at the start of a path as {@code $name/...}. */
@NullMarked
package io.agentsrender.gitops.ref;

import org.jspecify.annotations.NullMarked;
