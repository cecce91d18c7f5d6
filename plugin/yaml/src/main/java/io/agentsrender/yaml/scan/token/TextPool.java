package io.agentsrender.yaml.scan.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Short texts seen before in the same stream. Manifests repeat their keys and many values, so that
 * half of all strings need not be made.
 */
public final class TextPool {
  private static final int SLOTS = 1024;
  private static final int LONGEST = 32;

  private final @Nullable String[] slots = new String[SLOTS];

  String get(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(bytes, from, length, UTF_8);
    }
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
    String known = slots[slot];
    if (known != null && isSame(known, bytes, from, length)) {
      return known;
    }
    String text = new String(bytes, from, length, UTF_8);
    slots[slot] = text;
    return text;
  }

  /** Only ASCII is found again: any other byte differs from the character it is part of. */
  private static boolean isSame(String known, byte[] bytes, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
