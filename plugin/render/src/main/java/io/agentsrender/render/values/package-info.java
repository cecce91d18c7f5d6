/** Which value files a render reads, and in which order. */
@NullMarked
package io.agentsrender.render.values;

import org.jspecify.annotations.NullMarked;
