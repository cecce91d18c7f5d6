/** Tests of what is kept. */
@NullMarked
package io.agentsrender.source.cache;

import org.jspecify.annotations.NullMarked;
