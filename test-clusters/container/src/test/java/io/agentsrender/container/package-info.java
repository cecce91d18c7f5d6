/** The image under a container engine. */
@NullMarked
package io.agentsrender.container;

import org.jspecify.annotations.NullMarked;
