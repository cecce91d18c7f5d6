package io.agentsrender.gotemplate.value;

/**
 * A Go integer of any width.
 *
 * @param bits the value, extended to 64 bits by sign for signed kinds and by zeros for unsigned
 *     ones
 */
public record GoInt(Kind kind, long bits) {
  private static final int CACHED = 1024;
  private static final GoInt[] INTS = new GoInt[CACHED];
  private static final GoInt[] BYTES = new GoInt[256];

  static {
    for (int i = 0; i < CACHED; i++) {
      INTS[i] = new GoInt(Kind.INT, i);
    }
    for (int i = 0; i < BYTES.length; i++) {
      BYTES[i] = new GoInt(Kind.UINT8, i);
    }
  }

  /** An {@code int}. */
  public static GoInt of(long value) {
    return value >= 0 && value < CACHED ? INTS[(int) value] : new GoInt(Kind.INT, value);
  }

  public static GoInt int64(long value) {
    return new GoInt(Kind.INT64, value);
  }

  /** A {@code uint8}. */
  public static GoInt uint8(byte value) {
    return BYTES[value & 0xff];
  }

  /** Converts to a kind as Go does: surplus high bits are dropped. */
  public static GoInt of(Kind kind, long value) {
    return switch (kind) {
      case INT -> of(value);
      case INT8 -> new GoInt(kind, (byte) value);
      case INT16 -> new GoInt(kind, (short) value);
      case INT32 -> new GoInt(kind, (int) value);
      case UINT8 -> uint8((byte) value);
      case UINT16 -> new GoInt(kind, value & 0xffffL);
      case UINT32 -> new GoInt(kind, value & 0xffffffffL);
      case INT64, UINT, UINT64, UINTPTR -> new GoInt(kind, value);
      default -> throw new IllegalArgumentException("not an integer kind: " + kind);
    };
  }

  public boolean isSigned() {
    return kind.isSigned();
  }

  public boolean isZero() {
    return bits == 0;
  }

  /** The value as a floating-point number, unsigned kinds as such. */
  public double toDouble() {
    if (kind.isSigned() || bits >= 0) {
      return bits;
    }
    // Halving keeps the lost bit, so that the conversion rounds once.
    return 2.0 * ((bits >>> 1) | (bits & 1));
  }

  /** Decimal digits. */
  @Override
  public String toString() {
    return kind.isSigned() ? Long.toString(bits) : Long.toUnsignedString(bits);
  }
}
