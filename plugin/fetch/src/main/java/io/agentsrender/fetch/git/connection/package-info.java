/** Connections to git servers, by HTTP and SSH. */
@NullMarked
package io.agentsrender.fetch.git.connection;

import org.jspecify.annotations.NullMarked;
