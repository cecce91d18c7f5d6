package io.agentsrender.server.archive;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a gzip stream that is pushed in (RFC 1952), several members in a row included.
 *
 * <p>{@link java.util.zip.GZIPInputStream} pulls, and would need a waiting thread for each archive.
 */
final class GzipDecoder implements ByteSink, AutoCloseable {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_LENGTH = 10;
  private static final int TRAILER_LENGTH = 8;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private enum State {
    HEADER,
    EXTRA_LENGTH,
    EXTRA,
    NAME,
    COMMENT,
    HEADER_CRC,
    BODY,
    TRAILER
  }

  private final ByteSink out;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[64 << 10];

  private State state = State.HEADER;
  private boolean memberSeen;
  private int position;
  private int flags;
  private int extraLength;
  private long trailer;

  GzipDecoder(ByteSink out) {
    this.out = out;
  }

  @Override
  public void accept(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (state == State.BODY) {
        at = end - inflate(bytes, at, end - at);
      } else {
        frame(bytes[at++] & 0xff);
      }
    }
  }

  private int inflate(byte[] bytes, int offset, int length) {
    inflater.setInput(bytes, offset, length);
    try {
      int inflated = inflater.inflate(buffer);
      while (inflated > 0) {
        crc.update(buffer, 0, inflated);
        out.accept(buffer, 0, inflated);
        inflated = inflater.inflate(buffer);
      }
    } catch (DataFormatException e) {
      throw ArchiveProblem.corrupt("its gzip stream is corrupt: " + e.getMessage());
    }
    if (inflater.needsDictionary()) {
      throw ArchiveProblem.corrupt("its gzip stream asks for a preset dictionary");
    }
    if (inflater.finished()) {
      enter(State.TRAILER);
    }
    return inflater.getRemaining();
  }

  /** One byte outside the compressed data. */
  private void frame(int value) {
    switch (state) {
      case HEADER -> header(value);
      case EXTRA_LENGTH -> {
        extraLength |= value << (8 * position);
        if (++position == 2) {
          enter(extraLength == 0 ? afterExtra() : State.EXTRA);
        }
      }
      case EXTRA -> {
        if (++position == extraLength) {
          enter(afterExtra());
        }
      }
      case NAME -> {
        if (value == 0) {
          enter(afterName());
        }
      }
      case COMMENT -> {
        if (value == 0) {
          enter(afterComment());
        }
      }
      case HEADER_CRC -> {
        if (++position == 2) {
          enter(State.BODY);
        }
      }
      case TRAILER -> trailer(value);
      case BODY -> throw new IllegalStateException("the body is inflated, not framed");
    }
  }

  private void header(int value) {
    switch (position) {
      case 0 -> expect(value, MAGIC_1);
      case 1 -> expect(value, MAGIC_2);
      case 2 -> expect(value, DEFLATE);
      case 3 -> flags = value;
      default -> {
        // Modification time, extra flags and operating system say nothing we need.
      }
    }
    if (++position == HEADER_LENGTH) {
      extraLength = 0;
      enter((flags & FLAG_EXTRA) != 0 ? State.EXTRA_LENGTH : afterExtra());
    }
  }

  private static void expect(int value, int wanted) {
    if (value != wanted) {
      throw ArchiveProblem.corrupt("it is not a gzip stream");
    }
  }

  private State afterExtra() {
    return (flags & FLAG_NAME) != 0 ? State.NAME : afterName();
  }

  private State afterName() {
    return (flags & FLAG_COMMENT) != 0 ? State.COMMENT : afterComment();
  }

  private State afterComment() {
    return (flags & FLAG_HEADER_CRC) != 0 ? State.HEADER_CRC : State.BODY;
  }

  private void trailer(int value) {
    trailer |= (long) value << (8 * position);
    if (++position < TRAILER_LENGTH) {
      return;
    }
    long wantedCrc = trailer & 0xffff_ffffL;
    long wantedSize = trailer >>> 32;
    if (wantedCrc != crc.getValue() || wantedSize != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw ArchiveProblem.corrupt("its gzip stream fails its own check sum");
    }
    memberSeen = true;
    inflater.reset();
    crc.reset();
    enter(State.HEADER);
  }

  private void enter(State next) {
    state = next;
    position = 0;
    if (next == State.TRAILER) {
      trailer = 0;
    }
  }

  /** The stream has ended, which it may do between members only. */
  void finish() {
    if (state != State.HEADER || position != 0) {
      throw ArchiveProblem.corrupt("its gzip stream is cut off");
    }
    if (!memberSeen) {
      throw ArchiveProblem.corrupt("it is empty");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
