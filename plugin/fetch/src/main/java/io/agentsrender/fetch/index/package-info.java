/** Chart repositories over HTTP: their indexes, and which version is meant. */
@NullMarked
package io.agentsrender.fetch.index;

import org.jspecify.annotations.NullMarked;
