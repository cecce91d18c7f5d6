/** From tokens to events. */
@NullMarked
package io.agentsrender.yaml.read.grammar;

import org.jspecify.annotations.NullMarked;
