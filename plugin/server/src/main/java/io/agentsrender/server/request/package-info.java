/** From the metadata of a call to a render request: environment, parameters, cluster, path. */
@NullMarked
package io.agentsrender.server.request;

import org.jspecify.annotations.NullMarked;
