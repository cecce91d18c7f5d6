package io.agentsrender.gitops.applicationset.template;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.json.PlainValues;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that Argo CD adds to Sprig's (applicationset/utils). */
final class ApplicationSetFunctions {
  static final List<GoFunction> ALL =
      List.of(
          GoFunction.of(
              "normalize", signature(STRING).returns(STRING), a -> Names.normalised(a.string(0))),
          GoFunction.of(
              "slugify", signature(ANY).variadicLast().returns(STRING), a -> slugify(a.rest())),
          GoFunction.of(
              "toYaml", signature(ANY).returns(STRING).orError(), a -> toYaml(a.value(0))),
          GoFunction.of(
              "fromYaml", signature(STRING).returns(MAP).orError(), a -> fromYaml(a.string(0))),
          GoFunction.of(
              "fromYamlArray",
              signature(STRING).returns(SLICE).orError(),
              a -> fromYamlArray(a.string(0))));

  private ApplicationSetFunctions() {}

  /** Length, whether to cut between words, name; all but the name may be left out. */
  private static String slugify(List<@Nullable Object> arguments) {
    int length = 50;
    boolean atWords = true;
    String name = "";
    for (int i = 0; i < arguments.size(); i++) {
      Object argument = arguments.get(i);
      if (i == arguments.size() - 1) {
        name = as(String.class, argument, "string");
      } else if (i == 0) {
        length = Math.toIntExact(as(GoInt.class, argument, "int").bits());
      } else if (i == 1) {
        atWords = as(Boolean.class, argument, "bool");
      }
    }
    return Names.slug(Names.normalised(name), length, atWords);
  }

  private static <T> T as(Class<T> type, @Nullable Object value, String name) {
    if (!type.isInstance(value)) {
      String found = value == null ? "nil" : GoTypes.typeOf(value).name();
      throw new GoError("interface conversion: interface {} is " + found + ", not " + name);
    }
    return type.cast(value);
  }

  private static String toYaml(@Nullable Object value) {
    String text = YamlWriter.goYamlV2().write(PlainValues.of(value));
    return GoString.encode(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }

  private static GoMap fromYaml(String text) {
    Object value = read(text);
    if (value == null) {
      return new GoMap();
    }
    if (value instanceof GoMap map) {
      return map;
    }
    throw wrong(value, "map[string]interface {}");
  }

  private static GoSlice fromYamlArray(String text) {
    Object value = read(text);
    if (value == null) {
      return GoSlice.of();
    }
    if (value instanceof GoSlice slice) {
      return slice;
    }
    throw wrong(value, "[]interface {}");
  }

  private static @Nullable Object read(String text) {
    try {
      return PlainValues.toGo(
          JsonShape.withFloats(
              YamlReader.of(Dialect.HELM).first(GoString.toBytes(text), "a text")));
    } catch (YamlException e) {
      throw new GoError(GoString.encode("error converting YAML to JSON: " + e.goText()), e);
    }
  }

  private static GoError wrong(Object value, String wanted) {
    String kind =
        switch (value) {
          case GoMap _ -> "object";
          case GoSlice _ -> "array";
          case String _ -> "string";
          case Boolean _ -> "bool";
          default -> "number";
        };
    return new GoError(
        "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
            + kind
            + " into Go value of type "
            + wanted);
  }
}
