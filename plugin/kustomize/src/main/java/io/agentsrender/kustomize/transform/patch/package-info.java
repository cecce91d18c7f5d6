/** Patches of both kinds, and what they are applied to. */
@NullMarked
package io.agentsrender.kustomize.transform.patch;

import org.jspecify.annotations.NullMarked;
