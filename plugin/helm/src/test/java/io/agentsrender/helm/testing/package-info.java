@NullMarked
package io.agentsrender.helm.testing;

import org.jspecify.annotations.NullMarked;
