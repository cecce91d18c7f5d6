package io.agentsrender.cli.console;

import io.agentsrender.cli.report.PlaceJson;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.json.JsonWriter;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Problems for machines: one JSON object a line. The keys are stable; absent facts are left out.
 */
public final class ProblemJson {
  private ProblemJson() {}

  public static void print(PrintStream err, List<Problem> problems) {
    problems.forEach(problem -> err.print(JsonWriter.compact().write(fields(problem)) + "\n"));
  }

  /** One problem. */
  public static Map<String, Object> fields(Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    if (problem.kind() != Problem.Kind.FAULT) {
      fields.put("kind", problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    fields.put("tried", problem.tried());
    fields.put("reason", problem.reason());
    problem.place().ifPresent(place -> fields.putAll(PlaceJson.of(place)));
    problem.excerpt().ifPresent(excerpt -> fields.put("excerpt", excerpt));
    problem.advice().ifPresent(advice -> fields.put("advice", advice));
    if (!problem.trail().isEmpty()) {
      fields.put("trail", problem.trail().stream().map(ProblemJson::frame).toList());
    }
    return fields;
  }

  private static Map<String, Object> frame(Problem.Frame frame) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("what", frame.what());
    fields.putAll(PlaceJson.of(frame.at()));
    return fields;
  }
}
