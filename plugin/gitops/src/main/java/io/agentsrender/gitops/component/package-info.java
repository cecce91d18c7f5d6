/** A component: what a {@code component.yaml} says of one application of a repository. */
@NullMarked
package io.agentsrender.gitops.component;

import org.jspecify.annotations.NullMarked;
