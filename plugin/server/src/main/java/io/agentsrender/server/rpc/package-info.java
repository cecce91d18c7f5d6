/**
 * The plugin protocol over gRPC: the four calls of the plugin service, and the services beside it.
 * No call is answered before its client has sent everything, since the client would then read "EOF"
 * in place of the answer.
 */
@NullMarked
package io.agentsrender.server.rpc;

import org.jspecify.annotations.NullMarked;
