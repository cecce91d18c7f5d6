/** A kustomization becomes objects, as {@code kustomize build --enable-helm} gives them. */
@NullMarked
package io.agentsrender.kustomize;

import org.jspecify.annotations.NullMarked;
