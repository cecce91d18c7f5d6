package io.agentsrender.helm.schema.jsonschema;

import io.agentsrender.helm.schema.json.GoQuote;
import io.agentsrender.helm.schema.json.PublishedSchemas;
import io.agentsrender.helm.schema.json.SchemaException;
import io.agentsrender.helm.schema.jsonschema.keyword.Evaluation;
import io.agentsrender.helm.schema.jsonschema.keyword.Failure;
import io.agentsrender.helm.schema.jsonschema.keyword.Subschema;
import io.agentsrender.helm.schema.jsonschema.keyword.Wording;
import io.agentsrender.helm.schema.jsonschema.resource.Draft;
import io.agentsrender.helm.schema.jsonschema.resource.Location;
import io.agentsrender.helm.schema.jsonschema.resource.SchemaDocument;
import io.agentsrender.helm.schema.jsonschema.resource.SchemaStore;
import io.agentsrender.source.budget.Meter;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema ready to be applied. Immutable. */
public final class JsonSchema {
  /** How Helm names the schema of a chart, whatever chart it is. */
  private static final String URL = "file:///values.schema.json";

  private final Subschema root;

  private JsonSchema(Subschema root) {
    this.root = root;
  }

  /**
   * Compiles a schema.
   *
   * @param document a JSON value
   * @param meter counts what it takes to check the schema against its metaschema
   * @throws SchemaException where it is no schema, or refers to what cannot be had
   */
  public static JsonSchema compile(@Nullable Object document, Meter meter) {
    SchemaStore store =
        new SchemaStore(
            Collections.singletonMap(URL, document),
            PublishedSchemas::find,
            (schemas, pointer) -> checkAgainstMetaschema(schemas, pointer, meter));
    return new JsonSchema(new SchemaCompiler(store, false).compile(URL));
  }

  private static void checkAgainstMetaschema(SchemaDocument schemas, String pointer, Meter meter) {
    Draft draft = schemas.resourceOf(pointer).draft();
    Subschema metaschema = Metaschemas.of(draft);
    Object value = schemas.value(pointer);
    List<Failure> failures =
        schemas.hasInnerResources()
            ? Evaluation.failuresOfSchema(metaschema, value, at -> metaschemaAt(at, schemas), meter)
            : Evaluation.failures(metaschema, value, meter);
    if (!failures.isEmpty()) {
      String location = new Location(schemas.url(), pointer).toString();
      throw new SchemaException(
          "%s is not valid against metaschema: jsonschema validation failed with %s\n%s"
              .formatted(
                  GoQuote.quote(location), Wording.quoted(draft.url() + "#"), text(failures)));
    }
  }

  private static @Nullable Subschema metaschemaAt(String pointer, SchemaDocument schemas) {
    return schemas.resourceAt(pointer).map(found -> Metaschemas.of(found.draft())).orElse(null);
  }

  /** What is wrong with a value; nothing where it is as the schema wants it. */
  public List<Failure> failures(@Nullable Object value, Meter meter) {
    return Evaluation.failures(root, value, meter);
  }

  /** The failures as the library prints them: one line for each, causes indented below. */
  public static String text(List<Failure> failures) {
    StringBuilder text = new StringBuilder();
    append(failures, "", text);
    return text.toString();
  }

  private static void append(List<Failure> failures, String indent, StringBuilder text) {
    for (Failure failure : failures) {
      text.append(text.isEmpty() ? "" : "\n").append(indent).append("- at ");
      text.append(Wording.quoted(failure.pointer())).append(": ").append(failure.reason());
      append(failure.causes(), indent + "  ", text);
    }
  }
}
