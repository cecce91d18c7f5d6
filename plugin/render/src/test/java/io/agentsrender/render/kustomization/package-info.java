@NullMarked
package io.agentsrender.render.kustomization;

import org.jspecify.annotations.NullMarked;
