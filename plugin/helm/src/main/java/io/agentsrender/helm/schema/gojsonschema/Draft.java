package io.agentsrender.helm.schema.gojsonschema;

import io.agentsrender.helm.schema.json.JsonType;
import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.json.SchemaException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of JSON Schema, in the order of their age. */
enum Draft {
  DRAFT_4("http://json-schema.org/draft-04/schema"),
  DRAFT_6("http://json-schema.org/draft-06/schema"),
  DRAFT_7("http://json-schema.org/draft-07/schema"),
  /**
   * All keywords of all drafts: for schemas without {@code $schema}, or with one of another draft.
   */
  HYBRID("");

  private final String url;

  Draft(String url) {
    this.url = url;
  }

  /**
   * The draft a document names.
   *
   * @throws SchemaException where the document is no schema
   */
  static Optional<Draft> of(@Nullable Object document) {
    if (document instanceof Boolean) {
      return Optional.empty();
    }
    if (!(document instanceof Map<?, ?> schema)) {
      throw new SchemaException("schema is invalid");
    }
    if (!schema.containsKey("$schema")) {
      return Optional.empty();
    }
    if (!(schema.get("$schema") instanceof String name)) {
      throw new SchemaException("$schema must be of type " + JsonType.STRING.word());
    }
    Reference reference = Reference.parse(name);
    return Arrays.stream(values())
        .filter(draft -> draft != HYBRID && reference.equals(new Reference(draft.url, "")))
        .findFirst();
  }

  /** Whether the metaschema of one of the drafts is there. */
  static boolean isMetaschema(String url) {
    return Arrays.stream(values()).anyMatch(draft -> draft != HYBRID && draft.url.equals(url));
  }

  boolean isAtLeast(Draft other) {
    return compareTo(other) >= 0;
  }

  String idKeyword(Map<?, ?> schema) {
    return switch (this) {
      case DRAFT_4 -> "id";
      case DRAFT_6, DRAFT_7 -> "$id";
      case HYBRID -> schema.containsKey("id") ? "id" : "$id";
    };
  }
}
