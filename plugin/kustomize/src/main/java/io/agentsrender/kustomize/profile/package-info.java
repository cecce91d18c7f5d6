/** The versions of kustomize whose output is reproduced. */
@NullMarked
package io.agentsrender.kustomize.profile;

import org.jspecify.annotations.NullMarked;
