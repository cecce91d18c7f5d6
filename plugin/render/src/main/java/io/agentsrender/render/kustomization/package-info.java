/** From a kustomization and its charts to objects. */
@NullMarked
package io.agentsrender.render.kustomization;

import org.jspecify.annotations.NullMarked;
