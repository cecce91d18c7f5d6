package io.agentsrender.render.application.source;

import io.agentsrender.render.repository.Repositories;
import io.agentsrender.source.port.Remotes;

/**
 * What one Application is rendered with.
 *
 * @param repositories keeps what it fetched
 * @param isConnected whether {@code remotes} may give repositories at all
 */
public record Session(Repositories repositories, Remotes remotes, boolean isConnected) {
  /** Whether a repository can be had. */
  public boolean isAtHand(String url) {
    return isConnected || repositories.isAtHand(url);
  }
}
