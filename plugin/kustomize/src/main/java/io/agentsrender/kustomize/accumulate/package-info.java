/** The way of a build: kustomizations over kustomizations, each adding to what lies below. */
@NullMarked
package io.agentsrender.kustomize.accumulate;

import org.jspecify.annotations.NullMarked;
