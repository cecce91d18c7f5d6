package io.agentsrender.gotemplate.builtin;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;

/** {@code html}, {@code js} and {@code urlquery}. */
final class Escapes {
  private static final String HEX = "0123456789ABCDEF";

  private Escapes() {}

  static String html(String s) {
    StringBuilder out = new StringBuilder(s.length() + 16);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case 0 -> GoString.appendRune(out, GoString.RUNE_ERROR);
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String js(String s) {
    StringBuilder out = new StringBuilder(s.length() + 16);
    for (int i = 0; i < s.length(); ) {
      int decoded = GoString.decodeRune(s, i);
      int rune = GoString.runeOf(decoded);
      int end = i + GoString.widthOf(decoded);
      switch (rune) {
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append("\\'");
        case '"' -> out.append("\\\"");
        case '<', '>', '&', '=' -> appendUnicode(out, rune);
        default -> {
          if (rune < 0x80 ? rune >= ' ' : GoUnicode.isPrint(rune)) {
            out.append(s, i, end);
          } else {
            appendUnicode(out, rune);
          }
        }
      }
      i = end;
    }
    return out.toString();
  }

  private static void appendUnicode(StringBuilder out, int rune) {
    out.append("\\u");
    for (int shift = rune < 0x10000 ? 12 : rune < 0x100000 ? 16 : 20; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(rune >> shift & 0xf));
    }
  }

  /** {@code url.QueryEscape}. */
  static String urlQuery(String s) {
    StringBuilder out = new StringBuilder(s.length() + 16);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (isUnreserved(c)) {
        out.append(c);
      } else if (c == ' ') {
        out.append('+');
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '~';
  }
}
