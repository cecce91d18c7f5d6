/**
 * The working tree of a build: mutable nodes that behave as the go-yaml v3 nodes inside kustomize
 * do, down to one node standing in several places.
 */
@NullMarked
package io.agentsrender.kustomize.node;

import org.jspecify.annotations.NullMarked;
