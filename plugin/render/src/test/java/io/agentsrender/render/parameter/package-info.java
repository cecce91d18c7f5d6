@NullMarked
package io.agentsrender.render.parameter;

import org.jspecify.annotations.NullMarked;
