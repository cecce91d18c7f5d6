/** Tests of the rules about images. */
@NullMarked
package io.agentsrender.check.image;

import org.jspecify.annotations.NullMarked;
