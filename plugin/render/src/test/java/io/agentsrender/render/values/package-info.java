@NullMarked
package io.agentsrender.render.values;

import org.jspecify.annotations.NullMarked;
