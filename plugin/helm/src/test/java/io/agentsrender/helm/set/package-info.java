@NullMarked
package io.agentsrender.helm.set;

import org.jspecify.annotations.NullMarked;
