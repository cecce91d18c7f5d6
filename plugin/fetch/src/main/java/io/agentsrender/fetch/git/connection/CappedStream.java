package io.agentsrender.fetch.git.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Ends with an error when all streams of one fetch together have given more than they may. */
final class CappedStream extends FilterInputStream {
  private final AtomicLong left;

  /**
   * @param left bytes that may still come; shared by the streams of one fetch
   */
  CappedStream(InputStream in, AtomicLong left) {
    super(in);
    this.left = left;
  }

  /** That too much came. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException() {
      super("more came than is allowed");
    }
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    take(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    take(Math.max(count, 0));
    return count;
  }

  private void take(int count) throws IOException {
    if (left.addAndGet(-count) < 0) {
      throw new TooMuchException();
    }
  }
}
