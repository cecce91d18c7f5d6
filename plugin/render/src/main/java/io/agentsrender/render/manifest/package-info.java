/** From a folder of manifests to objects. */
@NullMarked
package io.agentsrender.render.manifest;

import org.jspecify.annotations.NullMarked;
