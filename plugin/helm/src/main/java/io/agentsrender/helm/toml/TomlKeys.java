package io.agentsrender.helm.toml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Quoted text and keys (BurntSushi/toml encode.go, meta.go). */
final class TomlKeys {
  private TomlKeys() {}

  static String quote(String bytes) {
    StringBuilder quoted = new StringBuilder(bytes.length() + 2).append('"');
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\b' -> quoted.append("\\b");
        case '\t' -> quoted.append("\\t");
        case '\n' -> quoted.append("\\n");
        case '\f' -> quoted.append("\\f");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7f) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** A key, in quotes unless it is bare. */
  static String key(String key) {
    return !key.isEmpty() && key.chars().allMatch(TomlKeys::isBare) ? key : quote(key);
  }

  /** Keys with dots between them. */
  static String path(List<String> keys) {
    return keys.stream().map(TomlKeys::key).collect(Collectors.joining("."));
  }

  static boolean isBare(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
