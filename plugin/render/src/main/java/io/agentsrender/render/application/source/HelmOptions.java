package io.agentsrender.render.application.source;

import io.agentsrender.gitops.application.ApplicationSource.Tool;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.layering.ValueFileName;
import io.agentsrender.gitops.ref.RefPath;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.plan.Release;
import io.agentsrender.render.repository.Located;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.source.Problem;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code helm} of a source, read as helmTemplate of Argo CD's repo-server does. */
final class HelmOptions {
  private static final List<String> KNOWN =
      List.of(
          "valueFiles",
          "parameters",
          "releaseName",
          "values",
          "fileParameters",
          "version",
          "passCredentials",
          "ignoreMissingValueFiles",
          "skipCrds",
          "valuesObject",
          "namespace",
          "kubeVersion",
          "apiVersions",
          "skipTests",
          "skipSchemaValidation");

  private final Fields fields;
  private final Findings findings = new Findings("reading the Helm options of an Application");
  private final SourceInApplication part;
  private final Variables variables;

  HelmOptions(SourceInApplication part) {
    this.fields = Fields.of(part.options(Tool.HELM), findings).note(KNOWN);
    this.part = part;
    this.variables = part.variables();
  }

  /**
   * The release; asked for last, since it reports what is wrong with any of the options.
   *
   * @throws io.agentsrender.source.RenderException where something is wrong with the options
   */
  Release release(Located chart, List<Problem> warnings) {
    ArgoApplication application = part.application();
    Release release =
        new Release(
            chart,
            text("releaseName").orElse(application.name()),
            text("namespace").orElse(application.destinationNamespace()),
            valueFiles(chart),
            setFiles(chart),
            fields.isTrue("skipCrds"));
    fields
        .optionalText("version")
        .filter(version -> !version.text().equals("v3"))
        .ifPresent(version ->
            findings.error(
                version.at(),
                "helm chart version '" + version + "' is not supported",
                "Write v3, which means Helm 3 and later, or leave it out."));
    findings.report(warnings);
    return release;
  }

  private Optional<String> text(String key) {
    return fields.optionalText(key).map(PlacedText::text);
  }

  private List<ValueFileName> valueFiles(Located chart) {
    boolean mayBeMissing = fields.isTrue("ignoreMissingValueFiles");
    return fields.texts("valueFiles").orElse(List.of()).stream()
        .map(written -> file(written, chart, mayBeMissing))
        .toList();
  }

  private Map<String, ValueFileName> setFiles(Located chart) {
    Map<String, ValueFileName> files = new LinkedHashMap<>();
    for (Fields parameter : fields.maps("fileParameters")) {
      PlacedText name = parameter.required("name", "Name the value.");
      PlacedText path = parameter.required("path", "Name the file.");
      files.put(name.text(), file(path, chart, false));
    }
    return files;
  }

  private ValueFileName file(PlacedText written, Located chart, boolean mayBeMissing) {
    String path = substituted(written.text());
    if (path.contains("://")) {
      findings.error(
          written.at(),
          "not supported: the value file \"" + path + "\" is a URL",
          "Keep the file in a repository.");
    }
    String candidate =
        path.startsWith("$") || path.startsWith("/")
            ? path
            : "/" + TreePath.join(chart.folder(), path);
    return new ValueFileName(
        written.text(), List.of(candidate), mayBeMissing, "Application", Optional.of(written.at()));
  }

  /**
   * After a ref only the rest of the path has variables. A source alone has no refs: there {@code
   * $x} is a variable, unless it is known.
   */
  private String substituted(String path) {
    Optional<RefPath> ref = RefPath.parse(path);
    if (ref.isPresent() && (part.isAmongSeveral() || part.refs().containsKey(ref.get().ref()))) {
      return "$" + ref.get().ref() + "/" + variables.in(ref.get().path());
    }
    return variables.in(path);
  }

  /** What is told to Helm beside the value files. */
  ParameterValues parameters() {
    ParameterValues.Builder parameters =
        ParameterValues.builder()
            .string("allow-empty", "true")
            .string("skip-tests", Boolean.toString(fields.isTrue("skipTests")))
            .string(
                "skip-schema-validation", Boolean.toString(fields.isTrue("skipSchemaValidation")));
    values().ifPresent(values -> parameters.string("values", values));
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Fields parameter : fields.maps("parameters")) {
      String name = parameter.required("name", "Name the value.").text();
      String value = variables.in(parameter.optionalText("value").map(PlacedText::text).orElse(""));
      (parameter.isTrue("forceString") ? texts : typed).put(name, value);
    }
    return parameters.map("set", typed).map("set-string", texts).build();
  }

  /** An object comes before a text. */
  private Optional<String> values() {
    return fields.node("valuesObject").isPresent()
        ? fields.plain("valuesObject").map(YamlWriter.goYamlV2()::write)
        : text("values");
  }

  /** The cluster as the source sees it. */
  Cluster cluster(Cluster cluster) {
    return new Cluster(
        text("kubeVersion").or(cluster::kubeVersion),
        fields
            .texts("apiVersions")
            .map(versions -> versions.stream().map(PlacedText::text).toList())
            .orElse(cluster.apiVersions()));
  }
}
