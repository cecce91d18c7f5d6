package io.agentsrender.gotemplate.fmt;

/** Flags, width and precision of one verb ({@code fmt/format.go}, fmtFlags). */
final class Flags {
  boolean hasWidth;
  boolean hasPrecision;
  boolean minus;
  boolean plus;
  boolean sharp;
  boolean space;
  boolean zero;

  /** {@code %+v}: fields by name. It takes the place of {@link #plus}. */
  boolean plusV;

  /** {@code %#v}: Go syntax. It takes the place of {@link #sharp}. */
  boolean sharpV;

  int width;
  int precision;

  void clear() {
    hasWidth = false;
    hasPrecision = false;
    minus = false;
    plus = false;
    sharp = false;
    space = false;
    zero = false;
    plusV = false;
    sharpV = false;
    width = 0;
    precision = 0;
  }

  /** {@code %v} turns two flags into others that hold for nested values too. */
  void turnIntoValueFlags() {
    sharpV = sharp;
    sharp = false;
    plusV = plus;
    plus = false;
  }

  /** What a panicking method hides while its message is printed. */
  Flags copy() {
    Flags copy = new Flags();
    copy.set(this);
    return copy;
  }

  void set(Flags other) {
    hasWidth = other.hasWidth;
    hasPrecision = other.hasPrecision;
    minus = other.minus;
    plus = other.plus;
    sharp = other.sharp;
    space = other.space;
    zero = other.zero;
    plusV = other.plusV;
    sharpV = other.sharpV;
    width = other.width;
    precision = other.precision;
  }
}
