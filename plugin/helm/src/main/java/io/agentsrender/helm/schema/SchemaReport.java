package io.agentsrender.helm.schema;

import java.util.List;

/**
 * What a chart's schema says of its values.
 *
 * @param violations nothing where the values are as they should be, or where the schema itself is
 *     unusable
 * @param text what Helm prints below the chart's name, line breaks included; "" where all is well
 */
public record SchemaReport(List<Violation> violations, String text) {
  public SchemaReport {
    violations = List.copyOf(violations);
  }

  static final SchemaReport VALID = new SchemaReport(List.of(), "");

  public boolean isValid() {
    return text.isEmpty();
  }
}
