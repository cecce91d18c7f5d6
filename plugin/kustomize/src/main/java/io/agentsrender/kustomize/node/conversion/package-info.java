/** Nodes from and to YAML, text and plain data. */
@NullMarked
package io.agentsrender.kustomize.node.conversion;

import org.jspecify.annotations.NullMarked;
