/** The characters of a YAML text, where they stand, and how Go words what is wrong with them. */
@NullMarked
package io.agentsrender.yaml.scan.text;

import org.jspecify.annotations.NullMarked;
