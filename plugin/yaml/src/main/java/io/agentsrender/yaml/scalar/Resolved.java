package io.agentsrender.yaml.scalar;

import org.jspecify.annotations.Nullable;

/**
 * What a scalar means.
 *
 * @param tag its tag; {@link CoreTag#STR} for text under a tag of the user's own
 * @param value null, Boolean, Long, BigInteger (above the range of long), Double, String or {@link
 *     Timestamp}
 */
public record Resolved(CoreTag tag, @Nullable Object value) {
  static final Resolved NULL = new Resolved(CoreTag.NULL, null);
  static final Resolved TRUE = new Resolved(CoreTag.BOOL, true);
  static final Resolved FALSE = new Resolved(CoreTag.BOOL, false);

  static Resolved text(String text) {
    return new Resolved(CoreTag.STR, text);
  }
}
