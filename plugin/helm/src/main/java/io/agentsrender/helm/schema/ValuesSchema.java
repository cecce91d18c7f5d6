package io.agentsrender.helm.schema;

import io.agentsrender.helm.profile.SchemaLibrary;
import io.agentsrender.helm.schema.gojsonschema.GoJsonSchema;
import io.agentsrender.helm.schema.json.JsonValues;
import io.agentsrender.helm.schema.json.SchemaException;
import io.agentsrender.helm.schema.jsonschema.JsonSchema;
import io.agentsrender.helm.schema.jsonschema.keyword.Failure;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Meter;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chart's {@code values.schema.json}, compiled once for all renders. Immutable.
 *
 * <p>Accepts and refuses what the schema library of the chosen Helm does, in its words; only the
 * order of messages is ours, that of the values, where the libraries' is random. References that
 * lead out of the chart are refused.
 */
public final class ValuesSchema {
  private interface Checker {
    SchemaReport check(Node values, Meter meter);
  }

  private final Checker checker;

  private ValuesSchema(Checker checker) {
    this.checker = checker;
  }

  /**
   * Compiles a schema. One that is unusable is found out only by {@link #check}: Helm, too, has no
   * objection to a chart with such a schema where checking is switched off.
   */
  public static ValuesSchema compile(Content schema, SchemaLibrary library, Meter meter) {
    try {
      JsonValues.Read document = JsonValues.read(schema, "values.schema.json");
      if (library == SchemaLibrary.GOJSONSCHEMA) {
        return of(GoJsonSchema.compile(document.value()));
      }
      if (document.followed()) {
        throw new SchemaException("invalid character after top-level value");
      }
      return of(JsonSchema.compile(document.value(), meter));
    } catch (SchemaException unusable) {
      SchemaReport report = SchemaReport.unusable(unusable);
      return new ValuesSchema((values, later) -> report);
    }
  }

  private static ValuesSchema of(JsonSchema schema) {
    return new ValuesSchema((values, meter) -> {
      List<Failure> failures = schema.failures(object(values), meter);
      return failures.isEmpty()
          ? SchemaReport.VALID
          : SchemaReport.of(violations(failures, values), JsonSchema.text(failures) + "\n");
    });
  }

  private static ValuesSchema of(GoJsonSchema schema) {
    return new ValuesSchema((values, meter) -> {
      var failures = schema.failures(object(values), meter);
      List<Violation> violations =
          failures.stream()
              .map(failure ->
                  new Violation(
                      failure.path(), failure.reason(), place(failure.path(), values), List.of()))
              .toList();
      return SchemaReport.of(violations, GoJsonSchema.text(failures));
    });
  }

  /** Checks the values of a chart, as they are once its defaults are merged in. */
  public SchemaReport check(Node values, Meter meter) {
    try {
      return checker.check(values, meter);
    } catch (SchemaException unusable) {
      return SchemaReport.unusable(unusable);
    }
  }

  /** To Helm no values are empty values. */
  private static Object object(Node values) {
    @Nullable Object value = JsonValues.of(values);
    return value == null ? Map.of() : value;
  }

  private static List<Violation> violations(List<Failure> failures, Node values) {
    return failures.stream()
        .map(failure ->
            new Violation(
                failure.path(),
                failure.reason(),
                place(failure.path(), values),
                violations(failure.causes(), values)))
        .toList();
  }

  private static Optional<Position> place(List<String> path, Node values) {
    Node nearest = values;
    for (String token : path) {
      Node next =
          switch (nearest) {
            case MapNode map -> map.get(token);
            case ListNode list -> list.items().get(Integer.parseInt(token));
            default -> null;
          };
      if (next == null) {
        break;
      }
      nearest = next;
    }
    return nearest.line() == 0 ? Optional.empty() : Optional.of(nearest.position());
  }
}
