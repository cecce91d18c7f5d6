@NullMarked
package io.agentsrender.render;

import org.jspecify.annotations.NullMarked;
