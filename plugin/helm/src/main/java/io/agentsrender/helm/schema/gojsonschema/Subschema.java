package io.agentsrender.helm.schema.gojsonschema;

import com.google.re2j.Pattern;
import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.JsonType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema that has been read. Only {@link SchemaReader} writes to it: schemas refer to each other
 * in circles, so that one exists before it is filled.
 */
final class Subschema {
  /** For the schemas true and false; null for all others. */
  @Nullable Boolean passes;

  /** The target of a reference; nothing beside it counts. */
  @Nullable Subschema reference;

  final Set<JsonType> types = new LinkedHashSet<>();
  @Nullable String constant;
  final Set<String> enumeration = new LinkedHashSet<>();
  String format = "";

  final Map<String, Subschema> properties = new LinkedHashMap<>();
  final Map<Pattern, Subschema> patternProperties = new LinkedHashMap<>();
  boolean additionalPropertiesAllowed = true;
  @Nullable Subschema additionalProperties;
  @Nullable Subschema propertyNames;
  final Map<String, List<String>> dependentNames = new LinkedHashMap<>();
  final Map<String, Subschema> dependentSchemas = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();
  @Nullable Long minProperties;
  @Nullable Long maxProperties;

  /** One schema for all items. */
  @Nullable Subschema items;

  /** A schema for each of the first items. */
  final List<Subschema> firstItems = new ArrayList<>();

  boolean additionalItemsAllowed = true;
  @Nullable Subschema additionalItems;
  @Nullable Subschema contains;
  boolean uniqueItems;
  @Nullable Long minItems;
  @Nullable Long maxItems;

  @Nullable Long minLength;
  @Nullable Long maxLength;
  @Nullable Pattern pattern;

  @Nullable ExactNumber multipleOf;
  @Nullable ExactNumber minimum;
  @Nullable ExactNumber maximum;
  @Nullable ExactNumber exclusiveMinimum;
  @Nullable ExactNumber exclusiveMaximum;

  final List<Subschema> allOf = new ArrayList<>();
  final List<Subschema> anyOf = new ArrayList<>();
  final List<Subschema> oneOf = new ArrayList<>();
  @Nullable Subschema not;
  @Nullable Subschema condition;
  @Nullable Subschema then;
  @Nullable Subschema otherwise;
}
