package io.agentsrender.helm;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.release.ReleaseChart;
import io.agentsrender.helm.release.ReleaseCharts;
import io.agentsrender.helm.schema.SchemaReport;
import io.agentsrender.helm.schema.Violation;
import io.agentsrender.helm.values.ValueNodes;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Checks the values of all charts of a release against their schemas (chartutil/jsonschema.go). */
final class SchemaCheck {
  private final LoadedChart loaded;
  private final TemplateRequest request;
  private final StringBuilder text = new StringBuilder();
  private final List<Problem> problems = new ArrayList<>();
  private Problem.Kind kind = Problem.Kind.FAULT;

  SchemaCheck(LoadedChart loaded, TemplateRequest request) {
    this.loaded = loaded;
    this.request = request;
  }

  void check(ReleaseCharts charts) {
    check(charts.root(), charts.values());
    if (text.isEmpty()) {
      return;
    }
    Problem summary =
        Problem.error(
                "checking the values of release \"" + request.releaseName() + "\"",
                "values don't meet the specifications of the schema(s) in the following chart(s):\n"
                    + text)
            .withKind(kind)
            .withAdvice("Correct the values, or skip the check (skip-schema-validation).");
    problems.addFirst(summary);
    throw new RenderException(problems);
  }

  private void check(ReleaseChart chart, ValueTable values) {
    chart
        .chart()
        .schema()
        .ifPresent(file -> {
          MapNode node = ValueNodes.toNode(values);
          report(chart, loaded.schema(file, request.meter()).check(node, request.meter()));
        });
    for (ReleaseChart subchart : chart.charts()) {
      ValueTable own = values.table(GoString.encode(subchart.name()));
      if (own != null) {
        check(subchart, own);
      }
    }
  }

  private void report(ReleaseChart chart, SchemaReport report) {
    if (!report.isValid()) {
      kind = report.kind();
      text.append(chart.name()).append(":\n").append(report.text());
      report.violations().forEach(violation -> problems.add(problem(chart, violation)));
    }
  }

  private static Problem problem(ReleaseChart chart, Violation violation) {
    return Problem.error(
            "checking the values of chart \"" + chart.name() + "\" against its schema",
            "at '" + pointer(violation.path()) + "': " + violation.reason())
        .withPlace(violation.place().orElse(null));
  }

  private static String pointer(List<String> path) {
    StringBuilder pointer = new StringBuilder();
    path.forEach(name -> pointer.append('/').append(name.replace("~", "~0").replace("/", "~1")));
    return pointer.toString();
  }
}
