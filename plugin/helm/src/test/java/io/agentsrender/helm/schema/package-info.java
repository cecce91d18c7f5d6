@NullMarked
package io.agentsrender.helm.schema;

import org.jspecify.annotations.NullMarked;
