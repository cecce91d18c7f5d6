package io.agentsrender.helm.engine.function;

import io.agentsrender.gotemplate.json.PlainValues;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.json.JsonException;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values to YAML and JSON text and back (engine/funcs.go). Writing fails silently with an empty
 * text, reading puts the error into its result. All text is byte strings.
 */
public final class DataText {
  private static final String ERROR = "Error";
  private static final String YAML_MISMATCH = "error unmarshaling JSON: while decoding JSON: ";

  private DataText() {}

  /**
   * {@code yaml.Marshal} of sigs.k8s.io/yaml.
   *
   * @throws GoError where Go gives an error
   */
  public static String yaml(@Nullable Object value) {
    Object plain = inJson("error marshaling into JSON: ", value);
    try {
      return GoString.encode(YamlWriter.goYamlV2().write(plain));
    } catch (RenderException e) {
      throw new GoError(GoString.encode(e.problems().getFirst().reason()), e);
    }
  }

  private static @Nullable Object inJson(String prefix, @Nullable Object value) {
    try {
      return PlainValues.of(value);
    } catch (GoError e) {
      throw new GoError(prefix + e.text(), e);
    }
  }

  static String mustToYaml(@Nullable Object value) {
    return withoutLineEnd(yaml(value));
  }

  public static String toYaml(@Nullable Object value) {
    try {
      return mustToYaml(value);
    } catch (GoError e) {
      return passLimit(e, "");
    }
  }

  static String toYamlPretty(@Nullable Object value) {
    Object plain = YamlPlainValues.of(value);
    try {
      return withoutLineEnd(GoString.encode(YamlWriter.goYamlV3(2).write(plain)));
    } catch (RenderException e) {
      throw GoError.notSupported(e.problems().getFirst().reason(), e);
    }
  }

  private static String withoutLineEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  static String mustToJson(@Nullable Object value) {
    return GoString.encode(JsonWriter.compact().write(PlainValues.of(value)));
  }

  static String toJson(@Nullable Object value) {
    try {
      return mustToJson(value);
    } catch (GoError e) {
      return passLimit(e, "");
    }
  }

  static GoMap fromYaml(String text) {
    try {
      Object plain = readYaml(text);
      return plain == null ? new GoMap() : map(plain, YAML_MISMATCH);
    } catch (GoError e) {
      return passLimit(e, error(e));
    }
  }

  static GoSlice fromYamlArray(String text) {
    try {
      Object plain = readYaml(text);
      return plain == null ? GoSlice.of() : list(plain, YAML_MISMATCH);
    } catch (GoError e) {
      return passLimit(e, GoSlice.of(e.text()));
    }
  }

  static GoMap fromJson(String text) {
    try {
      return map(readJson(text), "");
    } catch (GoError e) {
      return passLimit(e, error(e));
    }
  }

  static GoSlice fromJsonArray(String text) {
    try {
      return list(readJson(text), "");
    } catch (GoError e) {
      return passLimit(e, GoSlice.of(e.text()));
    }
  }

  /** Limits of this engine are no answer of Helm's. */
  private static <T> T passLimit(GoError e, T answer) {
    if (e.isNotSupported()) {
      throw e;
    }
    return answer;
  }

  private static GoMap error(GoError e) {
    GoMap map = new GoMap();
    map.put(ERROR, e.text());
    return map;
  }

  private static @Nullable Object readYaml(String text) {
    try {
      Node document = YamlReader.of(Dialect.HELM).first(GoString.toBytes(text), "");
      return JsonShape.withFloats(document);
    } catch (YamlException e) {
      throw new GoError(GoString.encode("error converting YAML to JSON: " + e.goText()), e);
    }
  }

  private static @Nullable Object readJson(String text) {
    try {
      return JsonReader.of("").read(GoString.toBytes(text));
    } catch (JsonException e) {
      throw new GoError(GoString.encode(e.goText()), e);
    }
  }

  private static GoMap map(@Nullable Object plain, String prefix) {
    if (plain == null) {
      return GoMap.nil(new GoMap().type());
    }
    if (plain instanceof Map<?, ?> && PlainValues.toGo(plain) instanceof GoMap map) {
      return map;
    }
    throw mismatch(plain, prefix, "map[string]interface {}");
  }

  private static GoSlice list(@Nullable Object plain, String prefix) {
    if (plain == null) {
      return GoSlice.nil(GoSlice.of().type());
    }
    if (plain instanceof List<?> && PlainValues.toGo(plain) instanceof GoSlice slice) {
      return slice;
    }
    throw mismatch(plain, prefix, "[]interface {}");
  }

  private static GoError mismatch(Object plain, String prefix, String wanted) {
    String kind =
        switch (plain) {
          case Map<?, ?> _ -> "object";
          case List<?> _ -> "array";
          case Boolean _ -> "bool";
          case Number _ -> "number";
          default -> "string";
        };
    return new GoError(
        prefix + "json: cannot unmarshal " + kind + " into Go value of type " + wanted);
  }
}
