package io.agentsrender.render.application.source;

import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code plugin} of a source. */
final class PluginOptions {
  /** Argo CD adds the version of the plugin, where it has one. */
  private static final String OWN_NAME = "agents-render";

  private static final String ENVIRONMENT_PREFIX = "ARGOCD_ENV_";

  private final Findings findings = new Findings("reading the plugin options of an Application");
  private final Fields fields;

  PluginOptions(MapNode plugin) {
    this.fields = Fields.of(plugin, findings).note(List.of("name", "env", "parameters"));
  }

  String name() {
    return fields.optionalText("name").map(PlacedText::text).orElse("");
  }

  /** Whether it is this program. */
  boolean isOwn() {
    return name().equals(OWN_NAME) || name().startsWith(OWN_NAME + "-");
  }

  /**
   * The parameters.
   *
   * @throws io.agentsrender.source.RenderException where one is unknown or of another type
   */
  ParameterValues parameters(List<Problem> warnings) {
    ParameterValues.Builder parameters = ParameterValues.builder();
    for (Fields parameter : fields.maps("parameters")) {
      String name = parameter.required("name", "Name the parameter.").text();
      parameter.optionalText("string").ifPresent(text -> parameters.string(name, text.text()));
      parameter
          .texts("array")
          .ifPresent(
              texts -> parameters.array(name, texts.stream().map(PlacedText::text).toList()));
      parameter.section("map").ifPresent(map -> parameters.map(name, pairs(map)));
    }
    findings.report(warnings);
    return parameters.build();
  }

  private static Map<String, String> pairs(Fields map) {
    Map<String, String> pairs = new LinkedHashMap<>();
    map.map()
        .entries()
        .forEach(entry ->
            pairs.put(
                entry.name(), entry.value() instanceof ScalarNode scalar ? scalar.text() : ""));
    return pairs;
  }

  /** The entries of {@code env}, with the prefix that Argo CD gives them. */
  Map<String, String> environment(Variables variables) {
    Map<String, String> environment = new LinkedHashMap<>(variables.byName());
    for (Fields entry : fields.maps("env")) {
      environment.put(
          ENVIRONMENT_PREFIX + entry.required("name", "Name the variable.").text(),
          variables.in(entry.optionalText("value").map(PlacedText::text).orElse("")));
    }
    return environment;
  }
}
