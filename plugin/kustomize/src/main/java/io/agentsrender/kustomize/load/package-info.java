/** Where a kustomization's files come from: its folder, other folders, and remote places. */
@NullMarked
package io.agentsrender.kustomize.load;

import org.jspecify.annotations.NullMarked;
