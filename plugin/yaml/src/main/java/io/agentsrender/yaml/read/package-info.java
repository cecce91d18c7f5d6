/** From tokens to nodes: grammar, anchors, merge keys, limits, and the errors Go would give. */
@NullMarked
package io.agentsrender.yaml.read;

import org.jspecify.annotations.NullMarked;
