/** Kubernetes objects with their origin, and sets of them. */
@NullMarked
package io.agentsrender.manifest;

import org.jspecify.annotations.NullMarked;
