package io.agentsrender.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.check.CheckReport;
import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.suppression.Suppressed;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as a log of the Static Analysis Results Interchange Format (<a
 * href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html">SARIF 2.1.0</a>).
 * Files are relative to the repository, columns count code points.
 */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What a path of a URI may hold as it is (RFC 3986, 3.3), and the slash. */
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=@/";

  private SarifReport() {}

  static String of(CheckReport report) {
    List<String> rules = report.rules().stream().map(RuleCard::name).toList();
    List<Object> results = new ArrayList<>();
    report.findings().forEach(finding -> results.add(result(finding, rules)));
    report.suppressed().forEach(it -> results.add(result(it, rules)));
    Map<String, Object> run =
        Map.of(
            "tool",
            Map.of(
                "driver",
                Map.of(
                    "name",
                    "agents-render",
                    "rules",
                    report.rules().stream().map(SarifReport::rule).toList())),
            "columnKind",
            "unicodeCodePoints",
            "results",
            results);
    Map<String, Object> log = Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
    return JsonWriter.compact().withoutHtmlEscapes().withIndent("  ").write(log) + "\n";
  }

  private static Map<String, Object> rule(RuleCard card) {
    return Map.of(
        "id",
        card.name(),
        "shortDescription",
        text(card.summary()),
        "help",
        text(card.summary() + " agents-render check --explain " + card.name() + " says more."),
        "defaultConfiguration",
        Map.of("level", card.level().word()));
  }

  private static Map<String, Object> result(Suppressed suppressed, List<String> rules) {
    Map<String, Object> result = result(suppressed.finding(), rules);
    Map<String, Object> suppression = new LinkedHashMap<>();
    suppression.put("kind", suppressed.inSource() ? "inSource" : "external");
    suppression.put("justification", suppressed.reason());
    suppression.put("location", Map.of("physicalLocation", location(suppressed.by())));
    result.put("suppressions", List.of(suppression));
    return result;
  }

  private static Map<String, Object> result(Finding finding, List<String> rules) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.rule().name());
    int index = rules.indexOf(finding.rule().name());
    if (index >= 0) {
      result.put("ruleIndex", (long) index);
    }
    result.put("level", finding.level().word());
    result.put(
        "message",
        text(
            finding
                .advice()
                .map(advice -> finding.message() + "\n" + advice)
                .orElse(finding.message())));
    finding.place().ifPresent(place -> result.put("locations", List.of(location(finding, place))));
    return result;
  }

  private static Map<String, Object> location(Finding finding, Position place) {
    Map<String, Object> physical = location(place);
    if (physical.get("region") instanceof Map<?, ?> region && finding.excerpt().isPresent()) {
      Map<Object, Object> withLine = new LinkedHashMap<>(region);
      withLine.put("snippet", text(finding.excerpt().get()));
      physical.put("region", withLine);
    }
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("physicalLocation", physical);
    finding
        .object()
        .ifPresent(object ->
            location.put(
                "logicalLocations", List.of(Map.of("fullyQualifiedName", object.describe()))));
    return location;
  }

  private static Map<String, Object> location(Position place) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri(place.file()), "uriBaseId", "%SRCROOT%"));
    if (place.line() > 0) {
      Map<String, Object> region = new LinkedHashMap<>();
      region.put("startLine", (long) place.line());
      if (place.column() > 0) {
        region.put("startColumn", (long) place.column());
      }
      physical.put("region", region);
    }
    return physical;
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }

  /** A path as a relative reference. */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte unit : path.getBytes(UTF_8)) {
      char c = (char) (unit & 0xff);
      if (PLAIN.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append(String.format("%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
