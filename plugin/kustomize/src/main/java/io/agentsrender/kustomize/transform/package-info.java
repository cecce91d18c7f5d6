/** The built-in transformers: each changes a set of resources. */
@NullMarked
package io.agentsrender.kustomize.transform;

import org.jspecify.annotations.NullMarked;
