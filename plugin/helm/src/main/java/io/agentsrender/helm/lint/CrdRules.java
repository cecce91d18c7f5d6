package io.agentsrender.helm.lint;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.helm.lint.document.DocumentStream;
import io.agentsrender.helm.lint.document.DocumentStream.Document;
import io.agentsrender.helm.lint.document.DocumentStream.Read;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Position;
import java.util.stream.Stream;

/** What Helm 4 asks of the files in {@code crds/} (rules/crds.go). */
public final class CrdRules {
  private static final String GROUP = "apiextensions.k8s.io";
  private static final String KIND = "CustomResourceDefinition";

  private CrdRules() {}

  /** Checks all files of a chart and of those below it, up to one that is no YAML. */
  public static void check(Chart chart, HelmProfile profile, LintMessages messages) {
    for (ChartFile file : files(chart).toList()) {
      Read read =
          DocumentStream.read(file.content().byteString(), profile, ManifestRules.head(profile));
      for (Document document : read.documents()) {
        check(document.decoded(), file.name(), at(file, document.line()), messages);
      }
      if (read.fault().isPresent()) {
        messages.add(
            Severity.ERROR,
            file.name(),
            "unable to parse YAML: " + read.fault().get().text(),
            at(file, read.fault().get().line()));
        return;
      }
    }
  }

  private static Stream<ChartFile> files(Chart chart) {
    return Stream.concat(chart.crds(), chart.charts().stream().flatMap(CrdRules::files));
  }

  private static Position at(ChartFile file, int line) {
    return new Position(file.source(), line, 1);
  }

  private static void check(Decoded document, String path, Position place, LintMessages messages) {
    String apiVersion = document.text("apiVersion");
    if (!apiVersion.startsWith(GROUP)) {
      messages.add(Severity.ERROR, path, "apiVersion is not in 'apiextensions.k8s.io'", place);
    }
    if (!document.text("Kind").equals(KIND)) {
      messages.add(Severity.ERROR, path, "object kind is not 'CustomResourceDefinition'", place);
    }
  }
}
