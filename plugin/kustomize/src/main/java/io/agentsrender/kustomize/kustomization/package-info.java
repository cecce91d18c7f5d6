/**
 * What a kustomization file says: a type for each kind of field, and so more files than elsewhere.
 */
@NullMarked
package io.agentsrender.kustomize.kustomization;

import org.jspecify.annotations.NullMarked;
