package io.agentsrender.render.application.source;

import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code kustomize} of a source, as the parameters {@code kustomize.*}. */
final class KustomizeOptions {
  private static final List<String> KNOWN =
      List.of(
          "namePrefix",
          "nameSuffix",
          "images",
          "commonLabels",
          "version",
          "commonAnnotations",
          "forceCommonLabels",
          "forceCommonAnnotations",
          "namespace",
          "commonAnnotationsEnvsubst",
          "replicas",
          "patches",
          "components",
          "ignoreMissingComponents",
          "labelWithoutSelector",
          "kubeVersion",
          "apiVersions",
          "labelIncludeTemplates");

  private final Findings findings = new Findings("reading the kustomize options of an Application");
  private final Fields fields;

  KustomizeOptions(MapNode kustomize) {
    this.fields = Fields.of(kustomize, findings).note(KNOWN);
  }

  /**
   * The overrides.
   *
   * @throws io.agentsrender.source.RenderException where something is wrong with the options
   */
  ParameterValues parameters(List<Problem> warnings) {
    ParameterValues.Builder parameters = ParameterValues.builder().string("allow-empty", "true");
    text("namePrefix").ifPresent(text -> parameters.string("kustomize.name-prefix", text));
    text("nameSuffix").ifPresent(text -> parameters.string("kustomize.name-suffix", text));
    text("namespace").ifPresent(text -> parameters.string("kustomize.namespace", text));
    parameters.array("kustomize.images", texts("images"));
    parameters.array("kustomize.components", texts("components"));
    parameters.array(
        "kustomize.patches",
        fields.maps("patches").stream()
            .map(patch -> YamlWriter.goYamlV2().write(patch.map()))
            .toList());
    parameters.map("kustomize.labels", pairs("commonLabels"));
    parameters.map("kustomize.annotations", pairs("commonAnnotations"));
    parameters.map("kustomize.replicas", replicas());
    flag("forceCommonLabels", "kustomize.force-labels", parameters);
    flag("labelWithoutSelector", "kustomize.labels-without-selector", parameters);
    flag("labelIncludeTemplates", "kustomize.labels-include-templates", parameters);
    flag("forceCommonAnnotations", "kustomize.force-annotations", parameters);
    flag("commonAnnotationsEnvsubst", "kustomize.annotations-envsubst", parameters);
    flag("ignoreMissingComponents", "kustomize.ignore-missing-components", parameters);
    findings.report(warnings);
    return parameters.build();
  }

  /** The cluster as the source sees it. */
  Cluster cluster(Cluster cluster) {
    List<String> versions = texts("apiVersions");
    return new Cluster(
        text("kubeVersion").or(cluster::kubeVersion),
        versions.isEmpty() ? cluster.apiVersions() : versions);
  }

  private Optional<String> text(String key) {
    return fields.optionalText(key).map(PlacedText::text);
  }

  private List<String> texts(String key) {
    return fields.texts(key).orElse(List.of()).stream().map(PlacedText::text).toList();
  }

  private void flag(String key, String parameter, ParameterValues.Builder parameters) {
    if (fields.isTrue(key)) {
      parameters.string(parameter, "true");
    }
  }

  private Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    fields
        .section(key)
        .ifPresent(map ->
            map.map().entries().forEach(entry -> pairs.put(entry.name(), plain(entry.value()))));
    return pairs;
  }

  private Map<String, String> replicas() {
    Map<String, String> replicas = new LinkedHashMap<>();
    for (Fields item : fields.maps("replicas")) {
      replicas.put(
          item.required("name", "Name the workload.").text(),
          item.textOrNumber("count").map(PlacedText::text).orElse(""));
    }
    return replicas;
  }

  private static String plain(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
