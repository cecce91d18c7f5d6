/** Picks resources: by regular expressions over what they are called, by labels and annotations. */
@NullMarked
package io.agentsrender.kustomize.selector;

import org.jspecify.annotations.NullMarked;
