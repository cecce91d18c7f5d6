package io.agentsrender.helm;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.helm.engine.TemplateEngine;
import io.agentsrender.helm.engine.object.ReleaseFacts;
import io.agentsrender.helm.lint.ChartFileRules;
import io.agentsrender.helm.lint.CrdRules;
import io.agentsrender.helm.lint.DependencyRules;
import io.agentsrender.helm.lint.LintMessage;
import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.helm.lint.LintMessages;
import io.agentsrender.helm.lint.TemplateRules;
import io.agentsrender.helm.profile.Capabilities;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseCharts;
import io.agentsrender.helm.schema.SchemaReport;
import io.agentsrender.helm.schema.ValuesSchema;
import io.agentsrender.helm.values.GoValues;
import io.agentsrender.helm.values.ValueNodes;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.helm.values.ValuesFile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.BudgetExceededException;
import java.util.List;
import java.util.Optional;

/** Says of a chart what {@code helm lint} says of it (pkg/lint). For many threads. */
public final class HelmLint {
  private static final String TEMPLATES = "templates/";
  private static final String CRDS = "crds/";
  private static final String VALUES = "values.yaml";

  private HelmLint() {}

  /**
   * Lints a chart. The release's name and its upgrade play no part.
   *
   * @return what Helm says, in its order
   * @throws RenderException where there is no {@code Chart.yaml}, or values cannot be read, or a
   *     budget is used up
   */
  public static List<LintMessage> lint(TemplateRequest request) {
    LintMessages messages = new LintMessages();
    ChartFolder files = new ChartFolder(request.chart(), request.profile());
    if (!files.exists("Chart.yaml")) {
      throw new RenderException(
          Problem.error(
                  "linting the chart in \"" + files.source("") + "\"",
                  "unable to check Chart.yaml file in chart: stat "
                      + files.source("Chart.yaml")
                      + ": no such file or directory")
              .withAdvice("Name a folder that holds a chart, or a packaged chart."));
    }
    Run run = new Run(request, files, messages, given(request, files));
    try {
      run.chartFile();
      run.values();
      run.templates();
      run.dependencies();
      run.crds();
    } catch (StackOverflowError e) {
      throw new RenderException(
          Problem.error(
              "linting the chart in \"" + files.source("") + "\"",
              "values or documents nest too deep"),
          e);
    }
    return messages.all();
  }

  /** The given values that are the chart's; all of them where it cannot be loaded. */
  private static ValueTable given(TemplateRequest request, ChartFolder files) {
    ValueTable given = HelmTemplate.givenValues(request);
    try {
      Chart chart = files.load(request.profile()).chart();
      request.foreignValues().among(given, chart).forEach(given::remove);
    } catch (RenderException e) {
      // That it cannot be loaded is said by the rules.
      return given;
    }
    return given;
  }

  /** One run of all rules. */
  private record Run(
      TemplateRequest request, ChartFolder files, LintMessages messages, ValueTable given) {

    HelmProfile profile() {
      return request.profile();
    }

    void chartFile() {
      if (files.isFolder("Chart.yaml")) {
        messages.add(
            Severity.ERROR,
            "Chart.yaml",
            "should be a file, not a directory",
            files.place("Chart.yaml"));
      }
      ChartFileRules.check(files, profile(), messages);
    }

    void values() {
      Optional<Content> file = files.file(VALUES);
      if (file.isEmpty()) {
        messages.add(Severity.INFO, VALUES, "file does not exist", files.place(VALUES));
        return;
      }
      try {
        ValueTable defaults = ValuesFile.ofLint(file.get(), files.source(VALUES), profile());
        ValueTable values = ReleaseCharts.overDefaults(given, defaults, profile());
        boolean skipped = profile().isHelm4() && request.skipSchemaValidation();
        files
            .file("values.schema.json")
            .filter(schema -> schema.size() > 0 && !skipped)
            .ifPresent(schema -> schema(schema, values));
      } catch (RenderException e) {
        said(VALUES, e);
      }
    }

    private void schema(Content schema, ValueTable values) {
      SchemaReport report =
          ValuesSchema.compile(schema, profile().schemaLibrary(), request.meter())
              .check(ValueNodes.toNode(values), request.meter());
      if (!report.isValid()) {
        Position place =
            report.violations().stream()
                .flatMap(violation -> violation.place().stream())
                .findFirst()
                .orElse(files.place(VALUES));
        messages.add(Severity.ERROR, VALUES, report.text(), place);
      }
    }

    void templates() {
      if (profile().isHelm4() && !files.exists(TEMPLATES)) {
        messages.add(
            Severity.WARNING, TEMPLATES, "directory does not exist", files.place(TEMPLATES));
        return;
      }
      if (files.exists(TEMPLATES) && !files.isFolder(TEMPLATES)) {
        messages.add(
            profile().isHelm4() ? Severity.ERROR : Severity.WARNING,
            TEMPLATES,
            "not a directory",
            files.place(TEMPLATES));
        return;
      }
      try {
        LoadedChart loaded = files.load(profile());
        Optional<ReleaseCharts> charts = resolved(loaded.chart());
        if (charts.isPresent()) {
          rendered(loaded, charts.get());
        }
      } catch (RenderException e) {
        said(TEMPLATES, e);
      }
    }

    /** Helm says nothing of what goes wrong here, and looks at no template. */
    private Optional<ReleaseCharts> resolved(Chart chart) {
      try {
        ReleaseCharts charts = ReleaseCharts.resolve(chart, given, profile(), _ -> {});
        return Optional.of(charts.withDefaultsAgain(profile()));
      } catch (RenderException e) {
        return Optional.empty();
      }
    }

    private void rendered(LoadedChart loaded, ReleaseCharts charts) {
      if (!request.skipSchemaValidation()) {
        new SchemaCheck(loaded, request).check(charts);
      }
      Capabilities capabilities = HelmTemplate.capabilities(request);
      List<RenderedTemplate> rendered =
          TemplateEngine.lenient(profile())
              .render(
                  charts.root(),
                  new GoValues().map(charts.values()),
                  ReleaseFacts.ofLint(request.namespace()),
                  capabilities,
                  request.host(),
                  request.meter());
      new TemplateRules(profile(), capabilities.kubernetes(), messages)
          .check(loaded.chart(), rendered);
    }

    void dependencies() {
      try {
        DependencyRules.check(files.load(profile()).chart(), messages);
      } catch (RenderException e) {
        said("", e);
      }
    }

    void crds() {
      if (!profile().isHelm4() || !files.exists(CRDS)) {
        return;
      }
      if (!files.isFolder(CRDS)) {
        messages.add(Severity.ERROR, CRDS, "not a directory", files.place(CRDS));
        return;
      }
      try {
        CrdRules.check(files.load(profile()).chart(), profile(), messages);
      } catch (RenderException e) {
        said(CRDS, e);
      }
    }

    private void said(String path, RenderException failure) {
      Problem problem = failure.problems().getFirst();
      // Helm would not say these.
      if (failure instanceof BudgetExceededException
          || problem.kind() == Problem.Kind.NOT_SUPPORTED) {
        throw failure;
      }
      String text = path.isEmpty() ? "unable to load chart\n\t" : "";
      messages.add(
          Severity.ERROR, path, text + problem.reason(), problem.place().orElse(files.place(path)));
    }
  }
}
