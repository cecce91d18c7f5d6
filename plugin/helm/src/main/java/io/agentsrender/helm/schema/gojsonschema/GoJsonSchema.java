package io.agentsrender.helm.schema.gojsonschema;

import io.agentsrender.helm.schema.json.PublishedSchemas;
import io.agentsrender.helm.schema.json.SchemaException;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schema ready to be applied. Immutable. */
public final class GoJsonSchema {
  private final Subschema root;

  private GoJsonSchema(Subschema root) {
    this.root = root;
  }

  /**
   * Compiles a schema.
   *
   * @param document a JSON value
   * @throws SchemaException where it is no schema, or refers to what cannot be had
   */
  public static GoJsonSchema compile(@Nullable Object document) {
    SchemaPool pool = new SchemaPool(GoJsonSchema::metaschema);
    Object absolute = pool.add(document);
    Draft draft = Draft.of(document).orElse(Draft.HYBRID);
    return new GoJsonSchema(new SchemaReader(pool).read(absolute, draft));
  }

  /** Only these, and only at the very URLs, need not be fetched (gojsonschema/draft.go). */
  private static Optional<Object> metaschema(String url) {
    return Draft.isMetaschema(url) ? PublishedSchemas.find(url) : Optional.empty();
  }

  /** What is wrong with a value; nothing where it is as the schema wants it. */
  public List<Failure> failures(@Nullable Object value, Meter meter) {
    return new Evaluation(meter).check(root, value).failures();
  }

  /** The failures as Helm prints them, one line for each. */
  public static String text(List<Failure> failures) {
    return failures.stream().map(failure -> "- " + failure + "\n").collect(Collectors.joining());
  }
}
