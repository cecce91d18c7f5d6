package io.agentsrender.yaml.write;

/** Classes of characters, as go-yaml's emitter has them (yamlprivateh.go). */
final class Characters {
  private Characters() {}

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isBreak(char c) {
    return c <= '\r' ? c == '\n' || c == '\r' : c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Line feed counts as printable, tab does not, nor does anything beyond the basic plane. */
  static boolean isPrintable(char c) {
    return c >= 0x20 && c <= 0x7E
        || c == '\n'
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF;
  }

  /** Length in UTF-8. */
  static int bytes(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
