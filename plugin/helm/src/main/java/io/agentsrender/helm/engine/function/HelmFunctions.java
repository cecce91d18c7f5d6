package io.agentsrender.helm.engine.function;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.toml.TomlReader;
import io.agentsrender.helm.toml.TomlWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that Helm adds to Sprig's, or puts in their place (engine.go, funcs.go). */
public final class HelmFunctions {
  /** What Helm calls the template that all others are associated with, and so every tpl text. */
  public static final String ROOT_TEMPLATE = "gotpl";

  public static final String NO_VALUE = "<no value>";
  public static final String MESSAGE_START = "HELM_ERR_START";
  public static final String MESSAGE_END = "HELM_ERR_END";
  public static final String TPL_FAILURE = "error during tpl function execution for ";

  private static final int MAX_NESTED_INCLUDES = 1000;

  private HelmFunctions() {}

  /** How often each template is being included at the moment. */
  private static final class IncludeCounts {
    private final Map<String, int[]> byName = new HashMap<>();

    int[] of(String name) {
      return byName.computeIfAbsent(name, _ -> new int[1]);
    }
  }

  /**
   * The functions.
   *
   * @param lenient whether {@code required} and {@code fail} give an empty text, as they do in
   *     {@code helm lint}
   */
  static FunctionSet of(HelmProfile profile, boolean lenient) {
    List<GoFunction> functions = new ArrayList<>();
    functions.add(
        GoFunction.of(
            "include", signature(STRING, ANY).returns(STRING).orError(), HelmFunctions::include));
    functions.add(
        GoFunction.of("tpl", signature(STRING, ANY).returns(STRING).orError(), HelmFunctions::tpl));
    functions.add(
        GoFunction.of(
            "required",
            signature(STRING, ANY).returns(ANY).orError(),
            a -> required(a, profile, lenient)));
    functions.add(
        GoFunction.of(
            "fail", signature(STRING).returns(STRING).orError(), a -> fail(a.string(0), lenient)));
    functions.add(
        GoFunction.of(
            "lookup",
            signature(STRING, STRING, STRING, STRING).returns(MAP).orError(),
            _ -> new GoMap()));
    functions.add(GoFunction.of("getHostByName", signature(STRING).returns(STRING), _ -> ""));
    functions.add(writer("toYaml", DataText::toYaml));
    functions.add(writer("toJson", DataText::toJson));
    functions.add(
        GoFunction.of("fromYaml", signature(STRING).returns(MAP), HelmFunctions::fromYaml));
    functions.add(
        GoFunction.of(
            "fromYamlArray",
            signature(STRING).returns(SLICE),
            a -> DataText.fromYamlArray(read(a))));
    functions.add(
        GoFunction.of("fromJson", signature(STRING).returns(MAP), a -> DataText.fromJson(read(a))));
    functions.add(
        GoFunction.of(
            "fromJsonArray",
            signature(STRING).returns(SLICE),
            a -> DataText.fromJsonArray(read(a))));
    functions.add(toml("toToml", profile, true));
    if (profile.isAtLeast(HelmProfile.HELM_3_19)) {
      functions.add(writer("toYamlPretty", DataText::toYamlPretty));
      functions.add(
          GoFunction.of("fromToml", signature(STRING).returns(MAP), a -> TomlReader.read(read(a))));
    }
    if (profile.isHelm4()) {
      functions.add(toml("mustToToml", profile, false));
      functions.add(writer("mustToYaml", DataText::mustToYaml));
      functions.add(writer("mustToJson", DataText::mustToJson));
    }
    return FunctionSet.of(functions);
  }

  /** Makes text of any value. */
  private interface Writer {
    String write(@Nullable Object value);
  }

  private static GoFunction writer(String name, Writer writer) {
    return GoFunction.of(
        name,
        signature(ANY).returns(STRING),
        a -> {
          String text = writer.write(a.value(0));
          a.context().meter().step(1 + text.length() / 64);
          return text;
        });
  }

  /** The first of these functions gives an error as its text. */
  private static GoFunction toml(String name, HelmProfile profile, boolean tolerant) {
    TomlWriter.Notation notation =
        switch (profile) {
          case HELM_3_15 -> TomlWriter.Notation.SIGNED;
          case HELM_3_19 -> TomlWriter.Notation.PLAIN;
          case HELM_3_21, HELM_4_2 -> TomlWriter.Notation.EXPONENT;
        };
    return GoFunction.of(
        name,
        signature(ANY).returns(STRING),
        a -> {
          try {
            return TomlWriter.write(a.value(0), notation, a.context().meter());
          } catch (GoError e) {
            if (tolerant && e.text().startsWith("toml: ")) {
              return e.text();
            }
            throw e;
          }
        });
  }

  private static String read(Arguments arguments) {
    String text = arguments.string(0);
    arguments.context().meter().step(1 + text.length() / 16);
    return text;
  }

  private static GoMap fromYaml(Arguments arguments) {
    return arguments
        .context()
        .local(YamlFragments.class, () -> new YamlFragments(0))
        .map(read(arguments));
  }

  private static String include(Arguments arguments) {
    String name = arguments.string(0);
    int[] counted = arguments.context().local(IncludeCounts.class, IncludeCounts::new).of(name);
    int count = counted[0];
    if (count > MAX_NESTED_INCLUDES) {
      throw new GoError(
          "rendering template has a nested reference name: "
              + name
              + ": unable to execute template");
    }
    counted[0] = count + 1;
    String text = arguments.context().execute(name, arguments.value(1));
    counted[0] = count;
    return text;
  }

  private static String tpl(Arguments arguments) {
    String text = arguments.string(0);
    try {
      return arguments
          .context()
          .executeText(ROOT_TEMPLATE, text, arguments.value(1))
          .replace(NO_VALUE, "");
    } catch (TemplateException e) {
      boolean parsing = !e.frames().isEmpty() && e.frames().getFirst().byteColumn() < 0;
      String what = parsing ? "cannot parse template " : TPL_FAILURE;
      throw new GoError(what + Quotes.quote(text) + ": " + e.goText(), e);
    }
  }

  private static @Nullable Object required(
      Arguments arguments, HelmProfile profile, boolean lenient) {
    Object value = arguments.value(1);
    if (value != null && !value.equals("")) {
      return value;
    }
    String message = arguments.string(0);
    // Helm 3.15 takes the message for a format.
    return fail(
        profile.isAtLeast(HelmProfile.HELM_3_19)
            ? message
            : GoFormat.sprintf(arguments.context().meter(), message, List.of()),
        lenient);
  }

  private static String fail(String message, boolean lenient) {
    if (lenient) {
      return "";
    }
    throw new GoError(MESSAGE_START + message + MESSAGE_END);
  }
}
