@NullMarked
package io.agentsrender.yaml.write;

import org.jspecify.annotations.NullMarked;
