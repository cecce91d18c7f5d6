package io.agentsrender.check.report;

import io.agentsrender.check.CheckReport;
import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.source.PrintableText;
import io.agentsrender.source.TreePath;

/** Findings for people: a block each, and the count at the end. */
final class TextReport {
  private TextReport() {}

  static String of(CheckReport report) {
    StringBuilder text = new StringBuilder();
    report.findings().forEach(finding -> append(text, finding.level().word(), finding, ""));
    report
        .suppressed()
        .forEach(
            it -> append(text, "suppressed", it.finding(), it.reason() + " (" + it.by() + ")"));
    return text.append(summary(report)).append('\n').toString();
  }

  private static void append(StringBuilder text, String word, Finding finding, String why) {
    text.append(word).append(": ").append(finding.rule().name()).append('\n');
    append(text, "what: ", finding.message());
    finding.place().ifPresent(place -> append(text, "at:   ", place.toString()));
    finding.excerpt().ifPresent(line -> append(text, "    | ", line));
    if (why.isEmpty()) {
      finding.advice().ifPresent(advice -> append(text, "do:   ", advice));
    } else {
      append(text, "why:  ", why);
    }
    text.append('\n');
  }

  private static void append(StringBuilder text, String label, String value) {
    String lead = "  " + label;
    for (String line : value.split("\n", -1)) {
      text.append(lead).append(PrintableText.of(line.stripTrailing())).append('\n');
      lead = "        ";
    }
  }

  /** One line: how much was found in how much. */
  static String summary(CheckReport report) {
    String where = TreePath.describe(report.path());
    String seen =
        count(report.count(), report.counted()) + ", " + count(report.rules().size(), "rule");
    if (!report.suppressed().isEmpty()) {
      seen += ", " + report.suppressed().size() + " suppressed";
    }
    if (report.findings().isEmpty()) {
      return where + ": no findings (" + seen + ")";
    }
    return where
        + ": "
        + count(report.count(Level.ERROR), "error")
        + ", "
        + count(report.count(Level.WARNING), "warning")
        + ", "
        + count(report.count(Level.NOTE), "note")
        + " ("
        + seen
        + ")";
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
