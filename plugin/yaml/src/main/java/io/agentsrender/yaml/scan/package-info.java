/**
 * From bytes to tokens, accepting and refusing exactly what go-yaml's scanner does. No scanner for
 * the JVM comes close enough: they differ on tabs, byte order marks, indentation indicators, empty
 * flow keys and tags.
 */
@NullMarked
package io.agentsrender.yaml.scan;

import org.jspecify.annotations.NullMarked;
