package io.agentsrender.fetch;

import io.agentsrender.source.cache.CacheUsage;
import io.agentsrender.source.port.Remotes;

/**
 * Fetches what is allowed, through a cache that all renders share. To make one costs nothing: files
 * are read and connections opened when something is asked for.
 */
public final class Fetcher {
  private final FetchSettings settings;
  private final Lazy<Connections> connections;

  public Fetcher(FetchSettings settings) {
    this.settings = settings;
    this.connections = new Lazy<>(() -> new Connections(settings));
  }

  /**
   * Reads the configured files and opens the cache now, so that what is wrong with them shows.
   *
   * @throws io.agentsrender.source.RenderException where something is
   */
  public void prepare() {
    connections.make();
  }

  /** What the cache has been good for: its misses are what was asked of other servers. */
  public CacheUsage usage() {
    return connections.made().map(made -> made.cache().usage()).orElse(new CacheUsage(0, 0, 0));
  }

  public FetchSettings settings() {
    return settings;
  }

  /** What one render may ask. */
  public Remotes remotes(Caller caller) {
    FetchSession session = new FetchSession(settings, connections, caller);
    return new Remotes(session, session);
  }
}
