/** YAML as Go programs read and write it: nodes with positions, dialects, writers, and JSON. */
@NullMarked
package io.agentsrender.yaml;

import org.jspecify.annotations.NullMarked;
