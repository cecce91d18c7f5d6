/** What stands where in a node, and how it is set, as kyaml's lookups do it. */
@NullMarked
package io.agentsrender.kustomize.node.path;

import org.jspecify.annotations.NullMarked;
