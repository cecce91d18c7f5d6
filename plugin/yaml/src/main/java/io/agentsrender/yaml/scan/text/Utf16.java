package io.agentsrender.yaml.scan.text;

/** UTF-16 with a byte order mark, which go-yaml reads too. */
final class Utf16 {
  private Utf16() {}

  static Input decode(byte[] source, boolean bigEndian) {
    StringBuilder text = new StringBuilder(source.length / 2);
    int at = 2;
    while (at < source.length) {
      if (at + 2 > source.length) {
        return Input.ofText(text.toString(), "incomplete UTF-16 character");
      }
      char c = unit(source, at, bigEndian);
      if (Character.isLowSurrogate(c)) {
        return Input.ofText(text.toString(), "unexpected low surrogate area");
      }
      if (Character.isHighSurrogate(c)) {
        if (at + 4 > source.length) {
          return Input.ofText(text.toString(), "incomplete UTF-16 surrogate pair");
        }
        char low = unit(source, at + 2, bigEndian);
        if (!Character.isLowSurrogate(low)) {
          return Input.ofText(text.toString(), "expected low surrogate area");
        }
        text.append(c).append(low);
        at += 4;
        continue;
      }
      if (!Utf8.isAllowed(c)) {
        return Input.ofText(text.toString(), "control characters are not allowed");
      }
      text.append(c);
      at += 2;
    }
    return Input.ofText(text.toString(), null);
  }

  private static char unit(byte[] source, int at, boolean bigEndian) {
    int first = source[at] & 0xFF;
    int second = source[at + 1] & 0xFF;
    return (char) (bigEndian ? first << 8 | second : second << 8 | first);
  }
}
