/** Other images in the place of those that are there. */
@NullMarked
package io.agentsrender.kustomize.transform.image;

import org.jspecify.annotations.NullMarked;
