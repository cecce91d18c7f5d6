package io.agentsrender.helm.schema.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RFC 6901. */
public final class JsonPointer {
  private JsonPointer() {}

  public static String escape(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  /** Empty where a tilde is followed by anything but 0 or 1. */
  public static Optional<String> unescape(String token) {
    if (token.indexOf('~') < 0) {
      return Optional.of(token);
    }
    StringBuilder text = new StringBuilder(token.length());
    String[] parts = token.split("~", -1);
    text.append(parts[0]);
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      if (!part.startsWith("0") && !part.startsWith("1")) {
        return Optional.empty();
      }
      text.append(part.charAt(0) == '0' ? '~' : '/').append(part, 1, part.length());
    }
    return Optional.of(text.toString());
  }

  public static String of(List<String> tokens) {
    StringBuilder pointer = new StringBuilder();
    for (String token : tokens) {
      pointer.append('/').append(escape(token));
    }
    return pointer.toString();
  }

  /** One step down; empty where there is nothing (a member that is null is something). */
  public static Optional<Found> step(@Nullable Object value, String token) {
    if (value instanceof Map<?, ?> object && object.containsKey(token)) {
      return Optional.of(new Found(object.get(token)));
    }
    if (value instanceof List<?> array) {
      int index = index(token);
      if (index >= 0 && index < array.size()) {
        return Optional.of(new Found(array.get(index)));
      }
    }
    return Optional.empty();
  }

  private static int index(String token) {
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException noIndex) {
      return -1;
    }
  }

  /** A value that was found, which may be null. */
  public record Found(@Nullable Object value) {}
}
