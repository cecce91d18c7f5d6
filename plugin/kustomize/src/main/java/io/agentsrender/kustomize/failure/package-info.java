/**
 * How a build ends early: kustomize's own words, wrapped on the way out as kustomize wraps them.
 */
@NullMarked
package io.agentsrender.kustomize.failure;

import org.jspecify.annotations.NullMarked;
