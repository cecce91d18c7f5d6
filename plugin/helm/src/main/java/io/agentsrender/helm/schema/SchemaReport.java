package io.agentsrender.helm.schema;

import io.agentsrender.helm.schema.json.SchemaException;
import io.agentsrender.source.Problem;
import java.util.List;

/**
 * What a chart's schema says of its values.
 *
 * @param violations nothing where the values are as they should be, or where the schema itself is
 *     unusable
 * @param kind why the schema is unusable, where it is
 * @param text what Helm prints below the chart's name, line breaks included; "" where all is well
 */
public record SchemaReport(List<Violation> violations, Problem.Kind kind, String text) {
  public SchemaReport {
    violations = List.copyOf(violations);
  }

  static final SchemaReport VALID = of(List.of(), "");

  static SchemaReport of(List<Violation> violations, String text) {
    return new SchemaReport(violations, Problem.Kind.FAULT, text);
  }

  static SchemaReport unusable(SchemaException schema) {
    return new SchemaReport(List.of(), schema.kind(), String.valueOf(schema.getMessage()));
  }

  public boolean isValid() {
    return text.isEmpty();
  }
}
