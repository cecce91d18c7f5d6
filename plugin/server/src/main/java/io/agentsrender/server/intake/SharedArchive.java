package io.agentsrender.server.intake;

import io.agentsrender.server.archive.ArchiveDecoder;
import io.agentsrender.server.archive.UnpackedArchive;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One archive that several calls may be sending at the same time, as happens when a commit
 * refreshes all applications of a repository.
 *
 * <p>It is unpacked once, by whichever stream is furthest ahead: a stream that dies is replaced
 * without a pause, since every other one has sent no more than what is unpacked already. Each
 * stream keeps its own checksum, and the unpacked bytes have one too, so that a stream with wrong
 * bytes cannot pass them to another.
 */
final class SharedArchive {
  private final String announced;
  private final ReentrantLock lock = new ReentrantLock();
  private final Checksum unpackedChecksum = new Checksum();
  private final ArchiveDecoder decoder;
  private volatile long unpackedTo;

  /**
   * The stream that has sent every unpacked byte itself: its checksum is that of the unpacked
   * bytes, and need not be computed twice. Null once another stream got ahead.
   */
  private @Nullable Sender sole;

  private @Nullable UnpackedArchive result;
  private @Nullable RenderException failure;
  private boolean closed;

  SharedArchive(String announced, ArchiveDecoder decoder) {
    this.announced = announced;
    this.decoder = decoder;
  }

  /** One call's part in it. */
  final class Sender {
    private long sent;
    private @Nullable Checksum own;

    private Sender(boolean first) {
      if (first) {
        sole = this;
      } else {
        own = new Checksum();
      }
    }

    void accept(byte[] bytes, int offset, int length) {
      long from = sent;
      sent += length;
      Checksum checksum = own;
      if (checksum != null) {
        checksum.update(bytes, offset, length);
        if (sent <= unpackedTo) {
          return;
        }
      }
      lock.lock();
      try {
        Checksum given = own;
        if (checksum == null && given != null) {
          given.update(bytes, offset, length);
        }
        int known = (int) Math.max(0, unpackedTo - from);
        if (!closed && known < length) {
          advance(bytes, offset + known, length - known);
          unpackedTo = sent;
        }
      } finally {
        lock.unlock();
      }
    }

    private void advance(byte[] bytes, int offset, int length) {
      Sender overtaken = sole;
      if (overtaken != null && overtaken != this) {
        overtaken.own = unpackedChecksum.copy();
        sole = null;
      }
      unpackedChecksum.update(bytes, offset, length);
      decoder.accept(bytes, offset, length);
    }

    /**
     * Checks what this call has sent.
     *
     * @throws RenderException where it is not what was announced, or no tree can be made of it
     */
    UnpackedArchive finish() {
      lock.lock();
      try {
        String found = (own == null ? unpackedChecksum : own).hex();
        if (!found.equals(announced)) {
          throw Checksum.mismatch(announced, found, sent);
        }
        return unpacked(sent);
      } finally {
        lock.unlock();
      }
    }

    long sent() {
      return sent;
    }
  }

  /** For the call that brings the archive up first, before any other has joined. */
  Sender firstSender() {
    return new Sender(true);
  }

  Sender nextSender() {
    return new Sender(false);
  }

  private UnpackedArchive unpacked(long length) {
    if (failure != null) {
      throw failure;
    }
    if (result == null) {
      try {
        if (unpackedTo != length || !unpackedChecksum.hex().equals(announced)) {
          throw mixedUp();
        }
        result = decoder.finish();
      } catch (RenderException e) {
        failure = e;
        throw e;
      } finally {
        close();
      }
    }
    return result;
  }

  private static RenderException mixedUp() {
    return new RenderException(
        Problem.error(
                "receiving the archive",
                "another call sent other bytes under the same checksum at the same time")
            .withAdvice("Refresh the application."));
  }

  /** Lets go of what is half unpacked. */
  void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        Sender waiting = sole;
        if (waiting != null) {
          waiting.own = unpackedChecksum.copy();
          sole = null;
        }
        decoder.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
