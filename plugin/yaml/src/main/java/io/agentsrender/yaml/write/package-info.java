/** YAML as Go's libraries write it, byte for byte. */
@NullMarked
package io.agentsrender.yaml.write;

import org.jspecify.annotations.NullMarked;
