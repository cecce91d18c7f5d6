@NullMarked
package io.agentsrender.yaml.json;

import org.jspecify.annotations.NullMarked;
