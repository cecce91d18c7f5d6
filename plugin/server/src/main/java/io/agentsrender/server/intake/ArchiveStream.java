package io.agentsrender.server.intake;

import io.agentsrender.source.RenderException;

/**
 * One call's archive on its way in. Used by one thread at a time, and closed once whatever happens.
 */
public interface ArchiveStream extends AutoCloseable {
  /**
   * The next bytes of the archive. They are hashed always, and unpacked where nobody has done so
   * yet.
   */
  void accept(byte[] bytes, int offset, int length);

  /**
   * All bytes have come.
   *
   * @return the tree, to be closed after use
   * @throws RenderException where the bytes do not have the announced checksum, or the archive is
   *     corrupt, hostile or over a limit
   */
  TreeLease finish();

  /** How many bytes have come. */
  long received();

  /** Leaves the stream: a call that is cancelled does so before {@link #finish()}. */
  @Override
  void close();
}
