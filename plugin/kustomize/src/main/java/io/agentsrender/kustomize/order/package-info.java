/** The order in which resources are printed. */
@NullMarked
package io.agentsrender.kustomize.order;

import org.jspecify.annotations.NullMarked;
