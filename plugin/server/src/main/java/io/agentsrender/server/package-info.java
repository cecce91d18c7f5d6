/**
 * The sidecar: serves Argo CD's plugin protocol on unix sockets, with renders done by a {@link
 * io.agentsrender.server.rpc.Renderer} in this process.
 */
@NullMarked
package io.agentsrender.server;

import org.jspecify.annotations.NullMarked;
