package io.agentsrender.render.parameter;

import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What was set for one render, each value checked against the {@link ParameterTable}. */
public final class ParameterValues {
  private static final Pattern UNESCAPED_COMMA = Pattern.compile("(?<!\\\\),");

  public static final ParameterValues NONE = new Builder().build();

  private final Map<String, String> strings;
  private final Map<String, List<String>> arrays;
  private final Map<String, Map<String, String>> maps;
  private final Map<String, List<String>> assignments;

  private ParameterValues(Builder builder) {
    this.strings = Map.copyOf(builder.strings);
    this.arrays = Map.copyOf(builder.arrays);
    this.maps = Map.copyOf(builder.maps);
    this.assignments = Map.copyOf(builder.assignments);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Optional<String> string(Parameter parameter) {
    return Optional.ofNullable(strings.get(parameter.name()));
  }

  /** The string {@code true}, in any case; absent is false. */
  public boolean isTrue(Parameter parameter) {
    return "true".equalsIgnoreCase(strings.get(parameter.name()));
  }

  /** What was set, if anything was. */
  public Optional<Boolean> truth(Parameter parameter) {
    return string(parameter).filter(text -> !text.isEmpty()).map("true"::equalsIgnoreCase);
  }

  public List<String> array(Parameter parameter) {
    return arrays.getOrDefault(parameter.name(), List.of());
  }

  /** In the order in which they were set. */
  public Map<String, String> map(Parameter parameter) {
    return maps.getOrDefault(parameter.name(), Map.of());
  }

  /**
   * A map whose keys and values are texts, however it was given: on the command line as {@code
   * NAME=VALUE}.
   *
   * @throws RenderException where an entry of the command line has no {@code =}
   */
  public Map<String, String> pairs(Parameter parameter) {
    Map<String, String> pairs = new LinkedHashMap<>(map(parameter));
    for (String expression : assignments.getOrDefault(parameter.name(), List.of())) {
      int equals = expression.indexOf('=');
      if (equals <= 0) {
        throw new RenderException(
            Problem.error(Builder.TRIED, "\"" + parameter.longFlag() + "\" takes NAME=VALUE")
                .withAdvice("Write the name, an equals sign and the value."));
      }
      pairs.put(expression.substring(0, equals), expression.substring(equals + 1));
    }
    return pairs;
  }

  /**
   * A map of value paths as expressions in Helm's {@code --set} syntax, in the order in which they
   * were set. Commas in the values of a map are text, as in Argo CD's own Helm parameters, unless
   * the value is a list in braces.
   */
  public List<String> assignments(Parameter parameter) {
    List<String> expressions = new ArrayList<>();
    map(parameter).forEach((path, value) -> expressions.add(path + "=" + escapeCommas(value)));
    expressions.addAll(assignments.getOrDefault(parameter.name(), List.of()));
    return expressions;
  }

  /** See cleanSetParameters in Argo CD's util/helm/cmd.go. */
  private static String escapeCommas(String value) {
    boolean list = value.startsWith("{") && value.endsWith("}");
    return list ? value : UNESCAPED_COMMA.matcher(value).replaceAll("\\\\,");
  }

  /** Collects values; everything wrong with them is reported together by {@link #build()}. */
  public static final class Builder {
    private static final String TRIED = "reading the parameters";

    private final Map<String, String> strings = new LinkedHashMap<>();
    private final Map<String, List<String>> arrays = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> maps = new LinkedHashMap<>();
    private final Map<String, List<String>> assignments = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Builder() {}

    public Builder string(String name, String value) {
      return accept(
          name,
          Parameter.Kind.STRING,
          parameter -> {
            if (parameter.kind() == Parameter.Kind.BOOLEAN && !isBoolean(value)) {
              problems.add(
                  Problem.error(
                      TRIED,
                      "parameter \"" + name + "\" is \"" + value + "\", neither true nor false"));
            }
            strings.put(name, value);
          });
    }

    public Builder array(String name, List<String> value) {
      return accept(name, Parameter.Kind.ARRAY, _ -> arrays.put(name, List.copyOf(value)));
    }

    public Builder map(String name, Map<String, String> value) {
      return accept(
          name,
          Parameter.Kind.MAP,
          _ -> maps.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(value))));
    }

    /** One expression in Helm's {@code --set} syntax, as the command line has it. */
    public Builder assignment(String name, String expression) {
      return accept(
          name,
          Parameter.Kind.MAP,
          _ -> assignments.computeIfAbsent(name, _ -> new ArrayList<>()).add(expression));
    }

    private Builder accept(String name, Parameter.Kind given, Consumer<Parameter> store) {
      Optional<Parameter> parameter = ParameterTable.find(name);
      if (parameter.isEmpty()) {
        problems.add(unknown(name));
      } else if (written(parameter.get().kind()) != given) {
        problems.add(
            Problem.error(
                TRIED,
                "parameter \""
                    + name
                    + "\" takes "
                    + describe(written(parameter.get().kind()))
                    + ", not "
                    + describe(given)));
      } else {
        store.accept(parameter.get());
      }
      return this;
    }

    private static Parameter.Kind written(Parameter.Kind kind) {
      return kind == Parameter.Kind.BOOLEAN ? Parameter.Kind.STRING : kind;
    }

    private static String describe(Parameter.Kind kind) {
      return switch (kind) {
        case STRING, BOOLEAN -> "a string";
        case ARRAY -> "an array";
        case MAP -> "a map";
      };
    }

    private static boolean isBoolean(String value) {
      return value.isEmpty() || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static Problem unknown(String name) {
      List<String> known = ParameterTable.all().stream().map(Parameter::name).toList();
      return Problem.error(TRIED, "there is no parameter \"" + name + "\"")
          .withAdvice(
              NearestName.of(name, known)
                  .map(nearest -> "Did you mean \"" + nearest + "\"?")
                  .orElse("Known parameters: " + String.join(", ", known) + "."));
    }

    /**
     * The values.
     *
     * @throws RenderException with one problem for each unknown or ill-typed parameter
     */
    public ParameterValues build() {
      if (!problems.isEmpty()) {
        throw new RenderException(problems);
      }
      return new ParameterValues(this);
    }
  }
}
