/**
 * Opens connections, where they are allowed: answers the ports {@link
 * io.agentsrender.source.port.ChartSource} and {@link io.agentsrender.source.port.RemoteSource}
 * from git repositories, registries and chart repositories, with a cache of what was fetched
 * before.
 */
@NullMarked
package io.agentsrender.fetch;

import org.jspecify.annotations.NullMarked;
