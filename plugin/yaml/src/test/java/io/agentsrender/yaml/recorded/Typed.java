package io.agentsrender.yaml.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.JsonNumber;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.scalar.GoFloat;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values with their types as the recording program writes them. */
public final class Typed {
  private static final JsonWriter QUOTES = JsonWriter.compact().withoutHtmlEscapes();

  /** Go sorts strings by their bytes. */
  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(text -> text.getBytes(UTF_8), Arrays::compareUnsigned);

  private Typed() {}

  /**
   * A recorded value with U+FFFD as it is. Go's JSON escapes the one that stands for a broken byte;
   * once it is read it is the same as any other.
   */
  public static String recorded(String value) {
    return value.replace("\\ufffd", "\uFFFD");
  }

  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean truth -> truth.toString();
      case Long number -> "i" + number;
      case BigInteger number -> "i" + number;
      case Double number -> "f" + ofFloat(number);
      case JsonNumber number -> "#" + number.text();
      case String text -> QUOTES.write(text);
      case List<?> items -> "[" + String.join(",", items.stream().map(Typed::of).toList()) + "]";
      case Map<?, ?> map -> {
        Map<String, String> fields = new TreeMap<>(BY_BYTES);
        map.forEach((key, item) -> fields.put(of(key), of(item)));
        yield ofFields(fields);
      }
      case Node node -> ofNode(node);
      default -> throw new AssertionError(value.getClass());
    };
  }

  private static String ofFloat(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    return Double.isInfinite(number) ? number > 0 ? "+Inf" : "-Inf" : GoFloat.shortest(number);
  }

  private static String ofNode(Node node) {
    return switch (node) {
      case ScalarNode scalar -> of(scalar.value());
      case ListNode list -> of(list.items());
      case MapNode map -> {
        Map<String, String> fields = new TreeMap<>(BY_BYTES);
        map.entries().forEach(entry -> fields.put(of(entry.key().value()), of(entry.value())));
        yield ofFields(fields);
      }
    };
  }

  private static String ofFields(Map<String, String> fields) {
    return "{"
        + String.join(
            ",", fields.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList())
        + "}";
  }
}
