/** The errors Go would give. */
@NullMarked
package io.agentsrender.yaml.read.fault;

import org.jspecify.annotations.NullMarked;
