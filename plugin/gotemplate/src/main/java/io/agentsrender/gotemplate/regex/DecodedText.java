package io.agentsrender.gotemplate.regex;

import io.agentsrender.gotemplate.value.GoString;
import org.jspecify.annotations.Nullable;

/**
 * The code points of a byte string, with the way back to its bytes. Each byte that is not UTF-8 is
 * a U+FFFD of its own, as Go's regexp sees it.
 */
final class DecodedText {
  private final String bytes;
  private final String text;

  /** Where each char of the text starts in the bytes, and the end; null where they are the same. */
  private final int @Nullable [] offsets;

  private DecodedText(String bytes, String text, int @Nullable [] offsets) {
    this.bytes = bytes;
    this.text = text;
    this.offsets = offsets;
  }

  static DecodedText of(String bytes) {
    if (GoString.isAscii(bytes)) {
      return new DecodedText(bytes, bytes, null);
    }
    StringBuilder text = new StringBuilder(bytes.length());
    int[] offsets = new int[bytes.length() + 1];
    for (int i = 0; i < bytes.length(); ) {
      int decoded = GoString.decodeRune(bytes, i);
      offsets[text.length()] = i;
      text.appendCodePoint(GoString.runeOf(decoded));
      i += GoString.widthOf(decoded);
    }
    offsets[text.length()] = bytes.length();
    return new DecodedText(bytes, text.toString(), offsets);
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /** The chars of the code point at an index; 1 at the end. */
  int widthAt(int index) {
    return index < text.length() ? Character.charCount(text.codePointAt(index)) : 1;
  }

  String bytes(int from, int to) {
    return offsets == null
        ? bytes.substring(from, to)
        : bytes.substring(offsets[from], offsets[to]);
  }
}
