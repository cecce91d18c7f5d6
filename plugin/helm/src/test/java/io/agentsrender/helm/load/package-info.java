@NullMarked
package io.agentsrender.helm.load;

import org.jspecify.annotations.NullMarked;
