package io.agentsrender.helm.set;

import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.values.ScalarValue;
import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueList;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.Position;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the scalars of set flags. */
final class FlagScalars {
  private final Position position;

  /**
   * Makes scalars that all stand at one place.
   *
   * @param position the flag: its name as file, its number among its kind as line
   */
  FlagScalars(Position position) {
    this.position = position;
  }

  Position position() {
    return position;
  }

  ScalarValue string(String text) {
    return ScalarValue.of(GoString.encode(text), position);
  }

  /** A string of raw bytes. */
  ScalarValue bytes(String bytes) {
    return ScalarValue.of(bytes, position);
  }

  ScalarValue ofNull() {
    return ScalarValue.of(null, position);
  }

  /** What {@code --set} takes a text for (strvals/parser.go, typedVal). */
  ScalarValue typed(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> ScalarValue.of(true, position);
      case "false" -> ScalarValue.of(false, position);
      case "null" -> ofNull();
      case "0" -> ScalarValue.of(GoInt.int64(0), position);
      default -> integerOrString(text);
    };
  }

  /** The value of what a JSON reader gives. */
  Value ofJson(@Nullable Object json) {
    return switch (json) {
      case Map<?, ?> map -> {
        ValueTable table = new ValueTable();
        map.forEach((key, value) -> table.put(GoString.encode((String) key), ofJson(value)));
        yield table;
      }
      case List<?> list -> new ValueList(list.stream().map(this::ofJson).toList());
      case String text -> string(text);
      case null, default -> ScalarValue.of(json, position);
    };
  }

  private ScalarValue integerOrString(String text) {
    if (text.matches("[+-]?[0-9]+") && !text.startsWith("0")) {
      try {
        return ScalarValue.of(GoInt.int64(Long.parseLong(text)), position);
      } catch (NumberFormatException e) {
        return string(text);
      }
    }
    return string(text);
  }
}
