package io.agentsrender.helm.schema.jsonschema.resource;

import io.agentsrender.helm.schema.json.JsonPointer;
import io.agentsrender.helm.schema.json.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of JSON Schema: where its metaschema is, and where schemas hold further schemas. */
public enum Draft {
  DRAFT_4(4, "http://json-schema.org/draft-04/schema", "id"),
  DRAFT_6(6, "http://json-schema.org/draft-06/schema", "$id"),
  DRAFT_7(7, "http://json-schema.org/draft-07/schema", "$id"),
  DRAFT_2019_09(2019, "https://json-schema.org/draft/2019-09/schema", "$id"),
  DRAFT_2020_12(2020, "https://json-schema.org/draft/2020-12/schema", "$id");

  /** What a schema without {@code $schema} is read as. */
  public static final Draft LATEST = DRAFT_2020_12;

  private static final String LATEST_URL = "json-schema.org/schema";

  /** How a keyword holds schemas, and since which draft. */
  private enum Holds {
    SCHEMA,
    SCHEMAS_IN_ARRAY,
    SCHEMA_OR_ARRAY,
    SCHEMAS_BY_NAME
  }

  private record Place(int since, String keyword, Holds holds) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(4, "definitions", Holds.SCHEMAS_BY_NAME),
          new Place(4, "not", Holds.SCHEMA),
          new Place(4, "allOf", Holds.SCHEMAS_IN_ARRAY),
          new Place(4, "anyOf", Holds.SCHEMAS_IN_ARRAY),
          new Place(4, "oneOf", Holds.SCHEMAS_IN_ARRAY),
          new Place(4, "properties", Holds.SCHEMAS_BY_NAME),
          new Place(4, "additionalProperties", Holds.SCHEMA),
          new Place(4, "patternProperties", Holds.SCHEMAS_BY_NAME),
          new Place(4, "items", Holds.SCHEMA_OR_ARRAY),
          new Place(4, "additionalItems", Holds.SCHEMA),
          new Place(4, "dependencies", Holds.SCHEMAS_BY_NAME),
          new Place(6, "propertyNames", Holds.SCHEMA),
          new Place(6, "contains", Holds.SCHEMA),
          new Place(7, "if", Holds.SCHEMA),
          new Place(7, "then", Holds.SCHEMA),
          new Place(7, "else", Holds.SCHEMA),
          new Place(2019, "$defs", Holds.SCHEMAS_BY_NAME),
          new Place(2019, "dependentSchemas", Holds.SCHEMAS_BY_NAME),
          new Place(2019, "unevaluatedProperties", Holds.SCHEMA),
          new Place(2019, "unevaluatedItems", Holds.SCHEMA),
          new Place(2019, "contentSchema", Holds.SCHEMA),
          new Place(2020, "prefixItems", Holds.SCHEMAS_IN_ARRAY));

  private final int version;
  private final String url;
  private final String idKeyword;

  Draft(int version, String url, String idKeyword) {
    this.version = version;
    this.url = url;
    this.idKeyword = idKeyword;
  }

  /** The draft a {@code $schema} names; empty where it names something else. */
  static Optional<Draft> ofUrl(String schema) {
    int hash = schema.indexOf('#');
    if (hash >= 0 && hash < schema.length() - 1) {
      return Optional.empty();
    }
    String address = withoutScheme(Reference.withoutFragment(schema));
    if (address.equals(LATEST_URL)) {
      return Optional.of(LATEST);
    }
    for (Draft draft : values()) {
      if (withoutScheme(draft.url).equals(address)) {
        return Optional.of(draft);
      }
    }
    return Optional.empty();
  }

  private static String withoutScheme(String url) {
    return url.startsWith("http://")
        ? url.substring(7)
        : url.startsWith("https://") ? url.substring(8) : url;
  }

  public boolean isAtLeast(Draft other) {
    return compareTo(other) >= 0;
  }

  /** The address of the metaschema. */
  public String url() {
    return url;
  }

  /** The keyword that names a schema. */
  public String idKeyword() {
    return idKeyword;
  }

  /** The name a schema gives itself, without fragment; empty where it gives none. */
  Optional<String> id(Map<?, ?> schema) {
    if (ignoresBesideReference() && schema.containsKey("$ref")) {
      return Optional.empty();
    }
    return schema.get(idKeyword) instanceof String id
        ? Optional.of(Reference.withoutFragment(id)).filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  /** Until draft 7 nothing beside a {@code $ref} counts. */
  public boolean ignoresBesideReference() {
    return version < 2019;
  }

  /** A schema inside another. */
  record Inner(String pointer, @Nullable Object schema) {}

  /** The schemas directly inside of a schema, at the places this draft knows. */
  List<Inner> innerSchemas(Map<?, ?> schema, String pointer) {
    List<Inner> found = new ArrayList<>();
    for (Place place : PLACES) {
      if (place.since() > version || !schema.containsKey(place.keyword())) {
        continue;
      }
      Object value = schema.get(place.keyword());
      String at = pointer + "/" + place.keyword();
      switch (place.holds()) {
        case SCHEMA -> found.add(new Inner(at, value));
        case SCHEMA_OR_ARRAY -> {
          found.add(new Inner(at, value));
          addItems(value, at, found);
        }
        case SCHEMAS_IN_ARRAY -> addItems(value, at, found);
        case SCHEMAS_BY_NAME -> addMembers(value, at, found);
      }
    }
    return found;
  }

  private static void addItems(@Nullable Object value, String at, List<Inner> found) {
    if (value instanceof List<?> array) {
      for (int i = 0; i < array.size(); i++) {
        found.add(new Inner(at + "/" + i, array.get(i)));
      }
    }
  }

  private static void addMembers(@Nullable Object value, String at, List<Inner> found) {
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, schema) ->
          found.add(new Inner(at + "/" + JsonPointer.escape((String) name), schema)));
    }
  }
}
