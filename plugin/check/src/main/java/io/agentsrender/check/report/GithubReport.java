package io.agentsrender.check.report;

import io.agentsrender.check.CheckReport;
import io.agentsrender.check.finding.Finding;
import io.agentsrender.source.PrintableText;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as commands of GitHub's workflow runner, which shows them beside the changed lines.
 * Values are escaped as its toolkit does it (actions/toolkit, packages/core/src/command.ts).
 */
final class GithubReport {
  private GithubReport() {}

  static String of(CheckReport report) {
    StringBuilder text = new StringBuilder();
    report.findings().forEach(finding -> text.append(command(finding)).append('\n'));
    return text.append(TextReport.summary(report)).append('\n').toString();
  }

  private static String command(Finding finding) {
    List<String> properties = new ArrayList<>();
    finding
        .place()
        .ifPresent(place -> {
          properties.add("file=" + property(place.file()));
          if (place.line() > 0) {
            properties.add("line=" + place.line());
          }
          if (place.column() > 0) {
            properties.add("col=" + place.column());
          }
        });
    properties.add("title=" + property(finding.rule().name()));
    String message =
        finding.advice().map(advice -> finding.message() + "\n" + advice).orElse(finding.message());
    return "::" + word(finding) + " " + String.join(",", properties) + "::" + message(message);
  }

  private static String word(Finding finding) {
    return switch (finding.level()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String message(String text) {
    return PrintableText.of(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
