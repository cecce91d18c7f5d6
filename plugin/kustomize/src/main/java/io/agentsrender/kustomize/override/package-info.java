/**
 * What an Application changes about the kustomization it names, with the meaning of the {@code
 * kustomize edit} commands that Argo CD runs before a build (util/kustomize/kustomize.go).
 */
@NullMarked
package io.agentsrender.kustomize.override;

import org.jspecify.annotations.NullMarked;
