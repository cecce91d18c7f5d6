/** What is kept so that it need not be made again. */
@NullMarked
package io.agentsrender.source.cache;

import org.jspecify.annotations.NullMarked;
