package io.agentsrender.yaml.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.scalar.GoQuote;
import io.agentsrender.yaml.scalar.GoUtf8;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The syntax of JSON, with the errors of Go's encoding/json (scanner.go). */
final class JsonParser {
  /** Go refuses deeper values; ours is lower because it takes Java's stack. */
  private static final int MAX_DEPTH = 1000;

  private static final int END = -1;

  private final byte[] source;
  private final boolean keepNumbers;
  private final String file;
  private int at;
  private int depth;
  private boolean stream;
  private @Nullable JsonException range;

  JsonParser(byte[] source, int at, boolean keepNumbers, String file) {
    this.source = source;
    this.at = at;
    this.keepNumbers = keepNumbers;
    this.file = file;
  }

  /** Speaks of the end of the text as json.Decoder does. */
  JsonParser ofStream() {
    stream = true;
    return this;
  }

  int end() {
    return at;
  }

  @Nullable Object parse() {
    skipSpace();
    if (stream && at == source.length) {
      throw failure("EOF");
    }
    return value();
  }

  void requireEnd() {
    skipSpace();
    if (at < source.length) {
      throw unexpected("after top-level value");
    }
  }

  /** Go finds numbers out of range only after the whole text was found to be JSON. */
  void raiseRange() {
    if (range != null) {
      throw range;
    }
  }

  private int peek() {
    return at < source.length ? source[at] & 0xFF : END;
  }

  private void skipSpace() {
    while (at < source.length) {
      byte c = source[at];
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return;
      }
      at++;
    }
  }

  private @Nullable Object value() {
    skipSpace();
    int c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw unexpected("looking for beginning of value");
    };
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw failure("not supported: JSON that nests deeper than " + MAX_DEPTH + " levels")
          .notSupported();
    }
  }

  private Map<String, @Nullable Object> object() {
    enter();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    skipSpace();
    if (peek() == '}') {
      at++;
      depth--;
      return fields;
    }
    while (true) {
      skipSpace();
      if (peek() != '"') {
        throw unexpected("looking for beginning of object key string");
      }
      String key = string();
      skipSpace();
      if (peek() != ':') {
        throw unexpected("after object key");
      }
      at++;
      fields.put(key, value());
      skipSpace();
      if (peek() == '}') {
        at++;
        depth--;
        return fields;
      }
      if (peek() != ',') {
        throw unexpected("after object key:value pair");
      }
      at++;
    }
  }

  private List<@Nullable Object> array() {
    enter();
    List<@Nullable Object> items = new ArrayList<>();
    skipSpace();
    if (peek() == ']') {
      at++;
      depth--;
      return items;
    }
    while (true) {
      items.add(value());
      skipSpace();
      if (peek() == ']') {
        at++;
        depth--;
        return items;
      }
      if (peek() != ',') {
        throw unexpected("after array element");
      }
      at++;
    }
  }

  private @Nullable Object literal(String word, @Nullable Object value) {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw unexpected("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
      at++;
    }
    return value;
  }

  private Object number() {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
    String text = new String(source, from, at - from, US_ASCII);
    if (keepNumbers) {
      return new JsonNumber(text);
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number) && range == null) {
      range = failure("json: cannot unmarshal number " + text + " into Go value of type float64");
    }
    return number;
  }

  private void digits(String place) {
    if (peek() < '0' || peek() > '9') {
      throw unexpected(place);
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private String string() {
    at++;
    int from = at;
    while (peek() >= ' ' && peek() != '"' && peek() != '\\') {
      at++;
    }
    if (peek() == '"') {
      String text = GoUtf8.decode(source, from, at);
      at++;
      return text;
    }
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.write(source, from, at - from);
    while (peek() != '"') {
      if (peek() == '\\') {
        text.append(GoUtf8.decode(raw.toByteArray()));
        raw.reset();
        at++;
        escape(text);
      } else if (peek() < ' ') {
        throw unexpected("in string literal");
      } else {
        raw.write(peek());
        at++;
      }
    }
    at++;
    return text.append(GoUtf8.decode(raw.toByteArray())).toString();
  }

  private void escape(StringBuilder text) {
    int c = peek();
    switch (c) {
      case '"', '\\', '/' -> text.append((char) c);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> {
        at++;
        unicodeEscape(text);
        return;
      }
      default -> throw unexpected("in string escape code");
    }
    at++;
  }

  /** Halves of surrogate pairs that do not fit together become U+FFFD. */
  private void unicodeEscape(StringBuilder text) {
    char c = hex4();
    if (!Character.isSurrogate(c)) {
      text.append(c);
      return;
    }
    boolean pair =
        Character.isHighSurrogate(c)
            && peek() == '\\'
            && at + 1 < source.length
            && source[at + 1] == 'u';
    if (pair) {
      int back = at;
      at += 2;
      char low = hex4();
      if (Character.isLowSurrogate(low)) {
        text.append(c).append(low);
        return;
      }
      at = back;
    }
    text.append('\uFFFD');
  }

  private char hex4() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() == END ? -1 : Character.digit(peek(), 16);
      if (digit < 0 || peek() >= 0x80) {
        throw unexpected("in \\u hexadecimal character escape");
      }
      code = code << 4 | digit;
      at++;
    }
    return (char) code;
  }

  private JsonException unexpected(String place) {
    int c = peek();
    if (c == END) {
      if (stream) {
        return failure("unexpected EOF");
      }
      if (!isInToken(place)) {
        return failure("unexpected end of JSON input");
      }
      // Go ends the text with a space, and complains about that.
      c = ' ';
    }
    String shown =
        switch (c) {
          case '\'' -> "'\\''";
          case '"' -> "'\"'";
          default -> {
            String quoted = GoQuote.quote(String.valueOf((char) c));
            yield "'" + quoted.substring(1, quoted.length() - 1) + "'";
          }
        };
    return failure("invalid character " + shown + " " + place);
  }

  private static boolean isInToken(String place) {
    return !place.startsWith("looking for")
        && !place.equals("in string literal")
        && (!place.startsWith("after") || place.startsWith("after decimal point"));
  }

  private JsonException failure(String goText) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(at, source.length); i++) {
      if (source[i] == '\n') {
        line++;
        column = 1;
      } else if ((source[i] & 0xC0) != 0x80) {
        column++;
      }
    }
    return new JsonException("reading JSON", goText, new Position(file, line, column));
  }
}
