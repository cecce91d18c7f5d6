@NullMarked
package io.agentsrender.yaml.read;

import org.jspecify.annotations.NullMarked;
