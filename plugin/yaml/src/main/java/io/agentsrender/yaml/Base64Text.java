package io.agentsrender.yaml;

import io.agentsrender.yaml.scalar.GoUtf8;
import java.util.Base64;

/** What {@code !!binary} holds. */
final class Base64Text {
  private Base64Text() {}

  static boolean isValid(String text) {
    try {
      Base64.getDecoder().decode(withoutBreaks(text));
      return text.length() == 0 || withoutBreaks(text).length() % 4 == 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The bytes as text; what is not UTF-8 becomes U+FFFD, as when Go writes it as JSON. */
  static String decode(String text) {
    return GoUtf8.decode(Base64.getDecoder().decode(withoutBreaks(text)));
  }

  private static String withoutBreaks(String text) {
    return text.replace("\n", "").replace("\r", "");
  }
}
