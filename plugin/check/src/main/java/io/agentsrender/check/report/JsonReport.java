package io.agentsrender.check.report;

import io.agentsrender.check.CheckReport;
import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Findings as one JSON document. The keys are stable; facts that are not known are left out. */
final class JsonReport {
  private JsonReport() {}

  static String of(CheckReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("path", report.path());
    document.put(report.counted().toLowerCase(Locale.ROOT) + "s", (long) report.count());
    document.put("findings", report.findings().stream().map(JsonReport::fields).toList());
    document.put(
        "suppressed",
        report.suppressed().stream()
            .map(it -> {
              Map<String, Object> fields = fields(it.finding());
              fields.put("reason", it.reason());
              fields.put("suppressedBy", it.by().toString());
              return fields;
            })
            .toList());
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      counts.put(level.word(), report.count(level));
    }
    document.put("counts", counts);
    return JsonWriter.compact().withoutHtmlEscapes().withIndent("  ").write(document) + "\n";
  }

  private static Map<String, Object> fields(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", finding.rule().name());
    fields.put("severity", finding.level().word());
    fields.put("message", finding.message());
    finding.object().map(KubernetesObject::describe).ifPresent(it -> fields.put("object", it));
    finding.place().ifPresent(place -> put(fields, place));
    finding.excerpt().ifPresent(excerpt -> fields.put("excerpt", excerpt));
    finding.advice().ifPresent(advice -> fields.put("advice", advice));
    return fields;
  }

  private static void put(Map<String, Object> fields, Position place) {
    fields.put("file", place.file());
    if (place.line() > 0) {
      fields.put("line", (long) place.line());
    }
    if (place.column() > 0) {
      fields.put("column", (long) place.column());
    }
  }
}
