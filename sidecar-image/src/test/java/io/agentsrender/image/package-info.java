/** What the image holds, read from its tar. */
@NullMarked
package io.agentsrender.image;

import org.jspecify.annotations.NullMarked;
