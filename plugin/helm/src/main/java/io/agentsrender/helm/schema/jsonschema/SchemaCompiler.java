package io.agentsrender.helm.schema.jsonschema;

import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.jsonschema.keyword.Subschema;
import io.agentsrender.helm.schema.jsonschema.resource.Draft;
import io.agentsrender.helm.schema.jsonschema.resource.Location;
import io.agentsrender.helm.schema.jsonschema.resource.Resource;
import io.agentsrender.helm.schema.jsonschema.resource.SchemaDocument;
import io.agentsrender.helm.schema.jsonschema.resource.SchemaStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns schemas into {@link Subschema}s: the one asked for, and all it refers to. */
final class SchemaCompiler {
  private final SchemaStore store;
  private final boolean assertsFormats;
  private final Map<Location, Subschema> compiled = new HashMap<>();
  private final Deque<Location> waiting = new ArrayDeque<>();

  /**
   * @param assertsFormats whether {@code format} is a demand in all drafts; otherwise only until
   *     draft 7
   */
  SchemaCompiler(SchemaStore store, boolean assertsFormats) {
    this.store = store;
    this.assertsFormats = assertsFormats;
  }

  Subschema compile(String url) {
    Subschema root = at(store.locate(Reference.parse(url)));
    while (!waiting.isEmpty()) {
      compileNext(waiting.removeFirst());
    }
    return root;
  }

  /** The schema that stands there, compiled sooner or later. */
  Subschema at(Location location) {
    Subschema known = compiled.get(location);
    if (known != null) {
      return known;
    }
    Subschema schema = new Subschema(location.toString());
    compiled.put(location, schema);
    waiting.addLast(location);
    return schema;
  }

  /** The schema a reference leads to from a schema in that document and resource. */
  Location locate(Reference reference, SchemaDocument document) {
    return document.locate(reference).orElseGet(() -> store.locate(reference));
  }

  @Nullable Object value(Location location) {
    return store.document(location.document()).value(location.pointer());
  }

  private void compileNext(Location location) {
    store.requireSchema(location);
    SchemaDocument document = store.document(location.document());
    Resource resource = document.resourceOf(location.pointer());
    Subschema schema = at(location);
    schema.belongTo(at(new Location(location.document(), resource.pointer())));
    if (resource.draft() == Draft.DRAFT_2020_12 && resource.pointer().equals(location.pointer())) {
      resource
          .dynamicAnchors()
          .forEach((name, pointer) ->
              schema.putDynamicAnchor(name, at(new Location(location.document(), pointer))));
    }
    Object value = document.value(location.pointer());
    if (Boolean.FALSE.equals(value)) {
      schema.refuseAll();
    } else if (value instanceof Map<?, ?> object && !object.isEmpty()) {
      new KeywordReader(this, object, location, document, assertsFormats).fill(schema);
    }
  }
}
