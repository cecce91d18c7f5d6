package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;

/** Go string literals, written and read ({@code strconv/quote.go}). */
public final class Quotes {
  private static final String HEX = "0123456789abcdef";

  private Quotes() {}

  /** A byte string as a double-quoted literal ({@code strconv.Quote}). */
  public static String quote(String s) {
    return quote(s, false);
  }

  /** The same with escapes for all that is not ASCII ({@code strconv.QuoteToASCII}). */
  public static String quoteToAscii(String s) {
    return quote(s, true);
  }

  private static String quote(String s, boolean asciiOnly) {
    StringBuilder out = new StringBuilder(s.length() + 2);
    out.append('"');
    int plain = plainLength(s);
    out.append(s, 0, plain);
    for (int i = plain; i < s.length(); ) {
      int decoded = GoString.decodeRune(s, i);
      if (GoString.isInvalid(decoded)) {
        appendHex(out.append("\\x"), s.charAt(i), 2);
      } else {
        appendEscaped(out, GoString.runeOf(decoded), '"', asciiOnly);
      }
      i += GoString.widthOf(decoded);
    }
    return out.append('"').toString();
  }

  /** How much of the start stands in a literal as it is. */
  private static int plainLength(String s) {
    int length = 0;
    while (length < s.length()) {
      char c = s.charAt(length);
      if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
        break;
      }
      length++;
    }
    return length;
  }

  /** A code point as a single-quoted literal ({@code strconv.QuoteRune}). */
  public static String quoteRune(int rune, boolean asciiOnly) {
    StringBuilder out = new StringBuilder().append('\'');
    appendEscaped(out, GoString.isValidRune(rune) ? rune : GoString.RUNE_ERROR, '\'', asciiOnly);
    return out.append('\'').toString();
  }

  private static void appendEscaped(StringBuilder out, int rune, char quote, boolean asciiOnly) {
    if (rune == quote || rune == '\\') {
      out.append('\\').append((char) rune);
    } else if (GoUnicode.isPrint(rune) && (rune < 0x80 || !asciiOnly)) {
      GoString.appendRune(out, rune);
    } else {
      switch (rune) {
        case 0x07 -> out.append("\\a");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case 0x0b -> out.append("\\v");
        default -> {
          if (rune < ' ' || rune == 0x7f) {
            appendHex(out.append("\\x"), rune, 2);
          } else if (rune < 0x10000) {
            appendHex(out.append("\\u"), rune, 4);
          } else {
            appendHex(out.append("\\U"), rune, 8);
          }
        }
      }
    }
  }

  private static void appendHex(StringBuilder out, int number, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(number >> shift & 0xf));
    }
  }

  /** A code point by number and, where it can be shown, by itself ({@code %#U}). */
  public static String codePoint(int rune) {
    StringBuilder out = new StringBuilder();
    ScalarFormat format = new ScalarFormat(out);
    format.flags.sharp = true;
    format.unicode(rune);
    return out.toString();
  }

  /** Whether a raw literal can hold the string unchanged ({@code strconv.CanBackquote}). */
  public static boolean canBackquote(String s) {
    for (int i = 0; i < s.length(); ) {
      int decoded = GoString.decodeRune(s, i);
      int rune = GoString.runeOf(decoded);
      if (GoString.widthOf(decoded) > 1) {
        if (rune == 0xfeff) {
          return false;
        }
      } else if (GoString.isInvalid(decoded)
          || (rune < ' ' && rune != '\t')
          || rune == '`'
          || rune == 0x7f) {
        return false;
      }
      i += GoString.widthOf(decoded);
    }
    return true;
  }

  /**
   * The byte string of a literal in double quotes or backquotes ({@code strconv.Unquote}).
   *
   * @throws GoError {@code invalid syntax}
   */
  public static String unquote(String literal) {
    if (literal.length() < 2 || literal.charAt(0) != literal.charAt(literal.length() - 1)) {
      throw invalid();
    }
    String body = literal.substring(1, literal.length() - 1);
    return switch (literal.charAt(0)) {
      case '`' -> unquoteRaw(body);
      case '"' -> unquoteInterpreted(body);
      default -> throw invalid();
    };
  }

  private static String unquoteRaw(String body) {
    if (body.indexOf('`') >= 0) {
      throw invalid();
    }
    return body.replace("\r", "");
  }

  private static String unquoteInterpreted(String body) {
    if (body.indexOf('\n') >= 0) {
      throw invalid();
    }
    if (body.indexOf('\\') < 0 && body.indexOf('"') < 0 && GoString.isAscii(body)) {
      return body;
    }
    StringBuilder out = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); ) {
      EscapedChar next = EscapedChar.read(body, i, '"');
      if (next.isByte()) {
        out.append((char) next.value());
      } else {
        GoString.appendRune(out, next.value());
      }
      i = next.end();
    }
    return out.toString();
  }

  /**
   * The code point of a literal in single quotes, as a template's parser reads it (text/template
   * parse/node.go, newNumber).
   */
  public static int unquoteChar(String literal) {
    EscapedChar read = EscapedChar.read(literal, 1, '\'');
    if (!literal.startsWith("'", read.end()) || read.end() + 1 != literal.length()) {
      throw new GoError("malformed character constant: " + literal);
    }
    return read.value();
  }

  static GoError invalid() {
    return new GoError("invalid syntax");
  }
}
