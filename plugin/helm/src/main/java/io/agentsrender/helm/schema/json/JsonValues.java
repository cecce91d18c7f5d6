package io.agentsrender.helm.schema.json;

import io.agentsrender.source.Content;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.JsonException;
import io.agentsrender.yaml.json.JsonNumber;
import io.agentsrender.yaml.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON values from text, and takes them from nodes. */
public final class JsonValues {
  private static final int DEEPEST = 500;

  private JsonValues() {}

  /**
   * A value, and whether anything but white space follows it.
   *
   * @param followed not looked at any further, as with Go's json.Decoder
   */
  public record Read(@Nullable Object value, boolean followed) {}

  /**
   * The first value of a text.
   *
   * @throws SchemaException where Go's encoding/json would refuse it, where it nests too deep, or
   *     where it holds a number beyond all reckoning
   */
  public static Read read(Content text, String file) {
    byte[] bytes = text.toByteArray();
    try {
      JsonReader.Value read = JsonReader.of(file).keepingNumbers().readFirst(bytes);
      return new Read(ofPlain(read.value(), 0), !isBlank(bytes, read.end()));
    } catch (JsonException invalid) {
      throw new SchemaException(invalid.goText());
    }
  }

  private static boolean isBlank(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (" \t\r\n".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object ofPlain(@Nullable Object value, int depth) {
    checkDepth(depth);
    return switch (value) {
      case JsonNumber number -> number(number.text());
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        map.forEach((name, member) -> object.put((String) name, ofPlain(member, depth + 1)));
        yield object;
      }
      case List<?> list -> {
        List<@Nullable Object> array = new ArrayList<>(list.size());
        list.forEach(item -> array.add(ofPlain(item, depth + 1)));
        yield array;
      }
      case null, default -> value;
    };
  }

  /**
   * The value of a node, members in the order in which they are written.
   *
   * @throws SchemaException where it nests too deep, or holds a number beyond all reckoning
   */
  public static @Nullable Object of(Node node) {
    return of(node, 0);
  }

  private static @Nullable Object of(Node node, int depth) {
    checkDepth(depth);
    return switch (node) {
      case MapNode map -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        map.entries().forEach(entry -> object.put(entry.name(), of(entry.value(), depth + 1)));
        yield object;
      }
      case ListNode list -> {
        List<@Nullable Object> array = new ArrayList<>(list.size());
        list.items().forEach(item -> array.add(of(item, depth + 1)));
        yield array;
      }
      case ScalarNode scalar ->
          scalar.value() instanceof Number number ? number(number.toString()) : scalar.value();
    };
  }

  private static void checkDepth(int depth) {
    if (depth > DEEPEST) {
      throw SchemaException.notSupported("JSON that nests deeper than " + DEEPEST + " levels");
    }
  }

  private static ExactNumber number(String text) {
    return ExactNumber.parse(text)
        .orElseThrow(() -> SchemaException.notSupported("the number " + text));
  }
}
