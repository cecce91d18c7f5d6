package io.agentsrender.source.port;

/**
 * What one render may ask of the world outside its tree. A branch or a range of versions stands for
 * the same commit or version whenever one render asks for it.
 *
 * @param charts gives charts that are not in the repository
 * @param sources gives remote files and other git repositories
 */
public record Remotes(ChartSource charts, RemoteSource sources) {
  /** The default: nothing is fetched. */
  public static Remotes refusing() {
    return new Remotes(ChartSource.refusing(), RemoteSource.refusing());
  }
}
