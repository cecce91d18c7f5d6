/**
 * The kustomization file and what it names as they are read: strictly, with kustomize's own words
 * for what is wrong.
 */
@NullMarked
package io.agentsrender.kustomize.kustomization.reader;

import org.jspecify.annotations.NullMarked;
