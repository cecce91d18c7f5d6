@NullMarked
package io.agentsrender.helm;

import org.jspecify.annotations.NullMarked;
