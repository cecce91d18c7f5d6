package io.agentsrender.yaml.json;

import io.agentsrender.yaml.BinaryText;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.scalar.GoFloat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON byte for byte as Go's encoding/json does: keys sorted except those of {@link
 * StructFields}, floats in its own notation.
 *
 * <p>It takes maps with string keys, iterables, String, Boolean, integers, Double, Float, {@link
 * JsonNumber}, {@link BinaryText}, null, and {@link Node}s; strings are ordinary text.
 */
public final class JsonWriter {
  private static final JsonWriter COMPACT = new JsonWriter(true, "");
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  /** Stands for a byte that is not part of a character. */
  private static final char BROKEN = Character.MIN_LOW_SURROGATE;

  private final boolean escapeHtml;
  private final String indent;

  private JsonWriter(boolean escapeHtml, String indent) {
    this.escapeHtml = escapeHtml;
    this.indent = indent;
  }

  /** As json.Marshal: on one line, {@code <}, {@code >} and {@code &} escaped. */
  public static JsonWriter compact() {
    return COMPACT;
  }

  /** The same without escaping what matters to HTML only (SetEscapeHTML). */
  public JsonWriter withoutHtmlEscapes() {
    return new JsonWriter(false, indent);
  }

  /** As json.MarshalIndent without a prefix. */
  public JsonWriter withIndent(String indent) {
    return new JsonWriter(escapeHtml, indent);
  }

  /**
   * Writes a value, without a line feed at the end.
   *
   * @throws JsonException for numbers that JSON does not have
   */
  public String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** Writes a value to the end of {@code out}. */
  public void write(@Nullable Object value, StringBuilder out) {
    write(value, out, 0);
  }

  private void write(@Nullable Object value, StringBuilder out, int depth) {
    switch (value) {
      case null -> out.append("null");
      case String text -> quote(text, out);
      case BinaryText binary -> quote(binary.text(BROKEN), out);
      case Map<?, ?> map -> writeMap(map, out, depth);
      case Iterable<?> items -> writeList(items, out, depth);
      case Double number -> writeDouble(number, out);
      case Float number -> writeFloat(number, out);
      case MapNode map -> writeNode(map, out, depth);
      case ListNode list -> writeList(list.items(), out, depth);
      case ScalarNode scalar -> write(scalar.value(), out, depth);
      default -> out.append(value);
    }
  }

  private void writeNode(MapNode map, StringBuilder out, int depth) {
    Map<String, Node> fields = HashMap.newHashMap(map.size());
    for (Entry entry : map.entries()) {
      fields.put(entry.name(), entry.value());
    }
    writeMap(fields, out, depth);
  }

  private void writeMap(Map<?, ?> map, StringBuilder out, int depth) {
    List<String> keys = keys(map);
    if (keys.isEmpty()) {
      out.append("{}");
      return;
    }
    char separator = '{';
    for (String key : keys) {
      out.append(separator);
      separator = ',';
      newLine(out, depth + 1);
      quote(key, out);
      out.append(indent.isEmpty() ? ":" : ": ");
      write(map.get(key), out, depth + 1);
    }
    newLine(out, depth);
    out.append('}');
  }

  private static List<String> keys(Map<?, ?> map) {
    Stream<String> keys = map.keySet().stream().map(String::valueOf);
    return map instanceof StructFields ? keys.toList() : keys.sorted(BY_CODE_POINT).toList();
  }

  private void writeList(Iterable<?> items, StringBuilder out, int depth) {
    Iterator<?> rest = items.iterator();
    if (!rest.hasNext()) {
      out.append("[]");
      return;
    }
    char separator = '[';
    while (rest.hasNext()) {
      out.append(separator);
      separator = ',';
      newLine(out, depth + 1);
      write(rest.next(), out, depth + 1);
    }
    newLine(out, depth);
    out.append(']');
  }

  private void newLine(StringBuilder out, int depth) {
    if (!indent.isEmpty()) {
      out.append('\n').repeat(indent, depth);
    }
  }

  private static void writeDouble(double number, StringBuilder out) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw unsupported(Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf");
    }
    out.append(GoFloat.json(number));
  }

  private static void writeFloat(float number, StringBuilder out) {
    if (Float.isNaN(number) || Float.isInfinite(number)) {
      throw unsupported(Float.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf");
    }
    out.append(GoFloat.json32(number));
  }

  private static JsonException unsupported(String value) {
    return new JsonException("writing JSON", "json: unsupported value: " + value, null);
  }

  /** Go sorts keys by their bytes; UTF-16 sorts differently beyond the basic plane. */
  private static final Comparator<String> BY_CODE_POINT = JsonWriter::compare;

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        boolean bothOrNone = Character.isSurrogate(left) == Character.isSurrogate(right);
        return bothOrNone ? left - right : Character.isSurrogate(left) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  /** Appends a string with its quotes. */
  public void quote(String text, StringBuilder out) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\' && !(escapeHtml && isHtml(c))) {
        continue;
      }
      if (c >= 0x80 && c != '\u2028' && c != '\u2029' && !isLone(text, i)) {
        continue;
      }
      out.append(text, from, i);
      from = i + 1;
      escape(c, out);
    }
    out.append(text, from, text.length()).append('"');
  }

  private static boolean isHtml(char c) {
    return c == '<' || c == '>' || c == '&';
  }

  /** Half a surrogate pair, which is no character: Go writes the escape of U+FFFD. */
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        char shown = Character.isSurrogate(c) ? '\uFFFD' : c;
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[shown >> shift & 0xF]);
        }
      }
    }
  }
}
