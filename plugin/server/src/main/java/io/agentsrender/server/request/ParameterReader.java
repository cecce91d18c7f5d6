package io.agentsrender.server.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.render.parameter.Parameter;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the parameters of an Application's plugin section. {@code ARGOCD_APP_PARAMETERS} has them
 * in full; the {@code PARAM_*} variables, whose names are squeezed, count only without it.
 */
final class ParameterReader {
  private static final String VARIABLE = "ARGOCD_APP_PARAMETERS";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ParameterReader() {}

  /**
   * The parameters that are set.
   *
   * @throws RenderException where they are malformed or unknown; the error never quotes them, since
   *     a parameter may be a secret
   */
  static ParameterValues read(Environment environment) {
    ParameterValues.Builder values = ParameterValues.builder();
    String json = environment.get(VARIABLE);
    if (json.isEmpty()) {
      ParameterTable.all().forEach(parameter -> fromVariables(environment, parameter, values));
    } else {
      for (JsonNode parameter : parse(json)) {
        add(parameter, values);
      }
    }
    return values.build();
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode parameters = JSON.readTree(json);
      if (parameters.isNull() || parameters.isArray()) {
        return parameters;
      }
      throw malformed("it is no list", Optional.empty());
    } catch (JsonProcessingException e) {
      throw malformed("it is no JSON", Optional.ofNullable(e.getLocation()));
    }
  }

  private static void add(JsonNode parameter, ParameterValues.Builder values) {
    String name = text(parameter.path("name"));
    if (name.isEmpty()) {
      throw malformed("a parameter has no name", Optional.empty());
    }
    JsonNode string = parameter.path("string");
    JsonNode array = parameter.path("array");
    JsonNode map = parameter.path("map");
    switch (kind(name, string, array, map)) {
      case ARRAY -> values.array(name, list(array));
      case MAP -> values.map(name, map(map));
      case STRING, BOOLEAN -> values.string(name, text(string));
    }
  }

  /** A parameter may come with several values; the one of the right kind counts. */
  private static Parameter.Kind kind(String name, JsonNode string, JsonNode array, JsonNode map) {
    Optional<Parameter.Kind> wanted = ParameterTable.find(name).map(Parameter::kind);
    if (wanted.isPresent() && isGiven(valueOf(wanted.get(), string, array, map))) {
      return wanted.get();
    }
    if (isGiven(string)) {
      return Parameter.Kind.STRING;
    }
    if (isGiven(array)) {
      return Parameter.Kind.ARRAY;
    }
    return isGiven(map) ? Parameter.Kind.MAP : wanted.orElse(Parameter.Kind.STRING);
  }

  private static JsonNode valueOf(
      Parameter.Kind kind, JsonNode string, JsonNode array, JsonNode map) {
    return switch (kind) {
      case ARRAY -> array;
      case MAP -> map;
      case STRING, BOOLEAN -> string;
    };
  }

  private static boolean isGiven(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  private static String text(JsonNode value) {
    if (value.isContainerNode()) {
      throw malformed("a value that should be a string is none", Optional.empty());
    }
    return value.isNull() ? "" : value.asText();
  }

  private static List<String> list(JsonNode array) {
    List<String> items = new ArrayList<>();
    array.forEach(item -> items.add(text(item)));
    return items;
  }

  private static Map<String, String> map(JsonNode map) {
    Map<String, String> entries = new LinkedHashMap<>();
    map.properties().forEach(entry -> entries.put(entry.getKey(), text(entry.getValue())));
    return entries;
  }

  private static void fromVariables(
      Environment environment, Parameter parameter, ParameterValues.Builder values) {
    String variable = "PARAM_" + squeeze(parameter.name());
    switch (parameter.kind()) {
      case STRING, BOOLEAN ->
          environment.find(variable).ifPresent(value -> values.string(parameter.name(), value));
      case ARRAY -> {
        List<String> items = numbered(environment, variable);
        if (!items.isEmpty()) {
          values.array(parameter.name(), items);
        }
      }
      case MAP -> {
        // The keys of a map are squeezed as well ("image.tag" is IMAGE_TAG), and cannot be had
        // back.
        boolean given =
            environment.entries().keySet().stream()
                .anyMatch(name -> name.startsWith(variable + "_"));
        if (given && isNoOther(environment, variable)) {
          throw malformed(
              "it is missing, and the map \""
                  + parameter.name()
                  + "\" cannot be read from "
                  + variable
                  + "_*",
              Optional.empty());
        }
      }
    }
  }

  /** {@code PARAM_SET_STRING_X} may belong to {@code set-string} as well as to {@code set}. */
  private static boolean isNoOther(Environment environment, String variable) {
    List<String> longer =
        ParameterTable.all().stream()
            .map(parameter -> "PARAM_" + squeeze(parameter.name()))
            .filter(name -> name.startsWith(variable + "_"))
            .toList();
    return environment.entries().keySet().stream()
        .filter(name -> name.startsWith(variable + "_"))
        .anyMatch(name -> longer.stream().noneMatch(name::startsWith));
  }

  private static List<String> numbered(Environment environment, String variable) {
    List<String> items = new ArrayList<>();
    Optional<String> item = environment.find(variable + "_0");
    while (item.isPresent()) {
      items.add(item.get());
      item = environment.find(variable + "_" + items.size());
    }
    return items;
  }

  /** As Argo CD does it (pkg/apis/application/v1alpha1/types.go, escaped). */
  private static String squeeze(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }

  private static RenderException malformed(String reason, Optional<JsonLocation> at) {
    return new RenderException(
        Problem.error("reading the parameters", VARIABLE + ": " + reason)
            .withPlace(
                at.map(place -> new Position(VARIABLE, place.getLineNr(), place.getColumnNr()))
                    .orElse(null))
            .withAdvice("See spec.source.plugin.parameters of the Application."));
  }
}
