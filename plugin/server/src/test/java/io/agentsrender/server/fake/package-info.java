/** A repo-server as far as plugins see it, with the habits of the real one. */
@NullMarked
package io.agentsrender.server.fake;

import org.jspecify.annotations.NullMarked;
