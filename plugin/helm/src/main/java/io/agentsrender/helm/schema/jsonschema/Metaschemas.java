package io.agentsrender.helm.schema.jsonschema;

import io.agentsrender.helm.schema.json.PublishedSchemas;
import io.agentsrender.helm.schema.jsonschema.keyword.Subschema;
import io.agentsrender.helm.schema.jsonschema.resource.Draft;
import io.agentsrender.helm.schema.jsonschema.resource.SchemaStore;
import java.util.EnumMap;
import java.util.Map;

/** The schemas of schemas, each compiled when it is first asked for. */
final class Metaschemas {
  private static final Map<Draft, Subschema> COMPILED = new EnumMap<>(Draft.class);

  private Metaschemas() {}

  static Subschema of(Draft draft) {
    synchronized (COMPILED) {
      return COMPILED.computeIfAbsent(draft, Metaschemas::compile);
    }
  }

  private static Subschema compile(Draft draft) {
    SchemaStore store =
        new SchemaStore(Map.of(), PublishedSchemas::find, SchemaStore.MetaschemaCheck.none());
    return new SchemaCompiler(store, true).compile(draft.url());
  }
}
