@NullMarked
package io.agentsrender.helm.glob;

import org.jspecify.annotations.NullMarked;
