/** The resources of a build, what they were called before, and the set of them. */
@NullMarked
package io.agentsrender.kustomize.resource;

import org.jspecify.annotations.NullMarked;
