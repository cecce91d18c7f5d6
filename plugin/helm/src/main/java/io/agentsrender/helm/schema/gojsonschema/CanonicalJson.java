package io.agentsrender.helm.schema.gojsonschema;

import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.SchemaException;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as Go's encoding/json writes them after having read them: members sorted, all numbers as
 * float64. The library compares values by this text and shows it in its messages.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  static String of(@Nullable Object value) {
    return JsonWriter.compact().write(withFloats(value));
  }

  private static @Nullable Object withFloats(@Nullable Object value) {
    return switch (value) {
      case ExactNumber number -> toFloat(number);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        map.forEach((name, member) -> object.put((String) name, withFloats(member)));
        yield object;
      }
      case List<?> list -> {
        List<@Nullable Object> array = new ArrayList<>(list.size());
        list.forEach(item -> array.add(withFloats(item)));
        yield array;
      }
      case null, default -> value;
    };
  }

  private static double toFloat(ExactNumber number) {
    double value = number.value().doubleValue();
    if (Double.isInfinite(value)) {
      throw new SchemaException(
          "json: cannot unmarshal number " + number + " into Go value of type float64");
    }
    return value;
  }
}
