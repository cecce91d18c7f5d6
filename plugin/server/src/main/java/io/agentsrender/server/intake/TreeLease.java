package io.agentsrender.server.intake;

import io.agentsrender.server.archive.UnpackedArchive;

/**
 * The use of a held tree: it stays in memory until it is closed.
 *
 * @param archive what was unpacked
 * @param held whether the tree was there already when the call began
 */
public record TreeLease(UnpackedArchive archive, boolean held, Runnable release)
    implements AutoCloseable {
  /** Once for each lease. */
  @Override
  public void close() {
    release.run();
  }
}
