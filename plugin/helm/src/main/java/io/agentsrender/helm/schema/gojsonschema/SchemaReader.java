package io.agentsrender.helm.schema.gojsonschema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.GoUrl;
import io.agentsrender.helm.schema.json.GoUrl.InvalidUrlException;
import io.agentsrender.helm.schema.json.JsonType;
import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.json.SchemaException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas, refusing keywords of the wrong type in the library's words
 * (gojsonschema/schema.go, parseSchema).
 */
final class SchemaReader {
  private static final String SCHEMA = "valid schema";

  private final SchemaPool pool;
  private final Map<Reference, Subschema> targets = new HashMap<>();

  SchemaReader(SchemaPool pool) {
    this.pool = pool;
  }

  Subschema read(@Nullable Object document, Draft draft) {
    Subschema root = new Subschema();
    read(document, draft, root);
    return root;
  }

  private Subschema inner(@Nullable Object value, Draft draft) {
    Subschema schema = new Subschema();
    read(value, draft, schema);
    return schema;
  }

  private void read(@Nullable Object value, Draft draft, Subschema into) {
    if (value instanceof Boolean passes && draft.isAtLeast(Draft.DRAFT_6)) {
      into.passes = passes;
      return;
    }
    if (!(value instanceof Map<?, ?> object)) {
      throw new SchemaException("Expected: " + SCHEMA + ", given: Invalid JSON");
    }
    KeywordTypes keywords = new KeywordTypes(object);
    keywords.text(draft.idKeyword(object)).ifPresent(SchemaReader::checkUrl);
    readDefinitions(object, draft);
    keywords.text("title");
    keywords.text("description");
    String reference = keywords.text("$ref").orElse(null);
    if (reference != null && readReference(Reference.parse(reference), draft, into)) {
      return;
    }
    readTypes(object, into);
    readObject(keywords, draft, into);
    readArray(keywords, draft, into);
    readNumber(keywords, draft, into);
    readText(keywords, into);
    readCounts(keywords, into);
    readValues(keywords, draft, into);
    readLogic(keywords, draft, into);
  }

  private static void checkUrl(String text) {
    try {
      GoUrl.parse(text);
    } catch (InvalidUrlException fault) {
      throw new SchemaException(String.valueOf(fault.getMessage()));
    }
  }

  private void readDefinitions(Map<?, ?> schema, Draft draft) {
    if (!schema.containsKey("definitions")) {
      return;
    }
    if (schema.get("definitions") instanceof Boolean) {
      throw new SchemaException(
          "unable to validate schema: interface conversion: interface {} is bool, not map[string]interface {}");
    }
    if (!(schema.get("definitions") instanceof Map<?, ?> definitions)) {
      throw KeywordTypes.wrong("array of schemas", "definitions");
    }
    for (Object definition : definitions.values()) {
      if (!(definition instanceof Map<?, ?>) && !(definition instanceof Boolean)) {
        throw KeywordTypes.wrong("array of schemas", "definitions");
      }
      inner(definition, draft);
    }
  }

  /**
   * @return false where the target is known: then the library reads on, so that a fault beside a
   *     reference is found or not, depending on what was read before
   */
  private boolean readReference(Reference reference, Draft draft, Subschema into) {
    Subschema known = targets.get(reference);
    if (known != null) {
      into.reference = known;
      return false;
    }
    Subschema target = new Subschema();
    targets.put(reference, target);
    SchemaPool.Pooled pooled = pool.get(reference);
    Object schema = pooled.schema();
    if (!(schema instanceof Map<?, ?>) && !(schema instanceof Boolean)) {
      throw new SchemaException(SCHEMA + " must be of type object");
    }
    read(schema, pooled.draft().orElse(draft), target);
    into.reference = target;
    return true;
  }

  private static void readTypes(Map<?, ?> schema, Subschema into) {
    if (!schema.containsKey("type")) {
      return;
    }
    Object value = schema.get("type");
    if (value instanceof String word) {
      addType(word, into);
    } else if (value instanceof List<?> words) {
      for (Object word : words) {
        if (!(word instanceof String text)) {
          throw KeywordTypes.wrong("string/array of strings", "type");
        }
        addType(text, into);
      }
    } else {
      throw KeywordTypes.wrong("string/array of strings", "type");
    }
  }

  private static void addType(String word, Subschema into) {
    JsonType type =
        JsonType.ofWord(word)
            .orElseThrow(() ->
                new SchemaException(
                    "has a primitive type that is NOT VALID -- given: /"
                        + word
                        + "/ Expected valid values are:[array boolean integer number null object string]"));
    if (!into.types.add(type)) {
      throw new SchemaException(word + " type is duplicated");
    }
  }

  private void readObject(KeywordTypes keywords, Draft draft, Subschema into) {
    Map<?, ?> properties =
        keywords.requiredObject("properties", "properties must be of type object");
    properties.forEach((name, schema) -> into.properties.put((String) name, inner(schema, draft)));
    keywords.schemaOrSwitch(
        "additionalProperties",
        allowed -> into.additionalPropertiesAllowed = allowed,
        schema -> into.additionalProperties = inner(schema, draft));
    if (keywords.has("patternProperties")) {
      if (!(keywords.value("patternProperties") instanceof Map<?, ?> patterns)) {
        throw KeywordTypes.wrong(SCHEMA, "patternProperties");
      }
      patterns.forEach((pattern, schema) ->
          into.patternProperties.put(
              regex((String) pattern, "Invalid regex pattern '" + pattern + "'"),
              inner(schema, draft)));
    }
    if (draft.isAtLeast(Draft.DRAFT_6) && keywords.has("propertyNames")) {
      if (!keywords.isSchema("propertyNames")) {
        throw KeywordTypes.wrong(SCHEMA, "patternProperties");
      }
      into.propertyNames = inner(keywords.value("propertyNames"), draft);
    }
    keywords
        .requiredObject("dependencies", "dependencies must be of type object")
        .forEach((name, value) -> readDependency((String) name, value, draft, into));
  }

  private void readDependency(String name, @Nullable Object value, Draft draft, Subschema into) {
    if (value instanceof List<?> names && names.stream().allMatch(String.class::isInstance)) {
      if (!names.isEmpty()) {
        into.dependentNames.put(name, names.stream().map(String.class::cast).toList());
      }
    } else if (value instanceof Map<?, ?> || value instanceof Boolean) {
      into.dependentSchemas.put(name, inner(value, draft));
    } else {
      throw new SchemaException("dependency must be of type schema or array of strings");
    }
  }

  private void readArray(KeywordTypes keywords, Draft draft, Subschema into) {
    if (keywords.value("items") instanceof List<?> schemas) {
      for (Object schema : schemas) {
        if (!(schema instanceof Map<?, ?>) && !(schema instanceof Boolean)) {
          throw KeywordTypes.wrong("valid schema/array of schemas", "items");
        }
        into.firstItems.add(inner(schema, draft));
      }
    } else if (keywords.has("items")) {
      if (!keywords.isSchema("items")) {
        throw KeywordTypes.wrong("valid schema/array of schemas", "items");
      }
      into.items = inner(keywords.value("items"), draft);
    }
    keywords.schemaOrSwitch(
        "additionalItems",
        allowed -> into.additionalItemsAllowed = allowed,
        schema -> into.additionalItems = inner(schema, draft));
  }

  private static void readNumber(KeywordTypes keywords, Draft draft, Subschema into) {
    if (keywords.has("multipleOf")) {
      if (!(keywords.value("multipleOf") instanceof ExactNumber number)) {
        throw KeywordTypes.wrong("number", "multipleOf");
      }
      if (number.value().compareTo(BigDecimal.ZERO) <= 0) {
        throw new SchemaException("multipleOf must be strictly greater than 0");
      }
      into.multipleOf = number;
    }
    into.minimum = keywords.number("minimum");
    if (keywords.isExclusive("exclusiveMinimum", "minimum", draft)) {
      into.exclusiveMinimum = into.minimum;
      into.minimum = null;
    } else if (keywords.value("exclusiveMinimum") instanceof ExactNumber number) {
      into.exclusiveMinimum = number;
    }
    into.maximum = keywords.number("maximum");
    if (keywords.isExclusive("exclusiveMaximum", "maximum", draft)) {
      into.exclusiveMaximum = into.maximum;
      into.maximum = null;
    } else if (keywords.value("exclusiveMaximum") instanceof ExactNumber number) {
      into.exclusiveMaximum = number;
    }
  }

  private static void readText(KeywordTypes keywords, Subschema into) {
    into.minLength = keywords.count("minLength");
    into.maxLength = keywords.count("maxLength");
    if (isAbove(into.minLength, into.maxLength)) {
      throw new SchemaException("minLength cannot be greater than maxLength");
    }
    if (keywords.has("pattern")) {
      if (!(keywords.value("pattern") instanceof String pattern)) {
        throw new SchemaException("pattern must be of a string");
      }
      into.pattern = regex(pattern, "pattern must be a valid regex");
    }
    if (keywords.has("format")) {
      if (!(keywords.value("format") instanceof String format)) {
        throw new SchemaException("format must be of type string");
      }
      into.format = format;
    }
  }

  private static void readCounts(KeywordTypes keywords, Subschema into) {
    into.minProperties = keywords.count("minProperties");
    into.maxProperties = keywords.count("maxProperties");
    if (isAbove(into.minProperties, into.maxProperties)) {
      throw new SchemaException("minProperties cannot be greater than maxProperties");
    }
    for (Object name : keywords.array("required")) {
      if (!(name instanceof String text)) {
        throw new SchemaException("required items must be string");
      }
      if (!into.required.add(text)) {
        throw new SchemaException("required items must be unique");
      }
    }
    into.minItems = keywords.count("minItems");
    into.maxItems = keywords.count("maxItems");
    if (keywords.has("uniqueItems")) {
      if (!(keywords.value("uniqueItems") instanceof Boolean unique)) {
        throw new SchemaException("uniqueItems must be of a boolean");
      }
      into.uniqueItems = unique;
    }
  }

  private static boolean isAbove(@Nullable Long least, @Nullable Long most) {
    return least != null && most != null && least > most;
  }

  private void readValues(KeywordTypes keywords, Draft draft, Subschema into) {
    if (draft.isAtLeast(Draft.DRAFT_6) && keywords.has("contains")) {
      into.contains = inner(keywords.value("contains"), draft);
    }
    if (draft.isAtLeast(Draft.DRAFT_6) && keywords.has("const")) {
      into.constant = CanonicalJson.of(keywords.value("const"));
    }
    for (Object value : keywords.array("enum")) {
      if (!into.enumeration.add(CanonicalJson.of(value))) {
        throw new SchemaException("enum items must be unique");
      }
    }
  }

  private void readLogic(KeywordTypes keywords, Draft draft, Subschema into) {
    readAll(keywords, "oneOf", "oneOf", into.oneOf, draft);
    readAll(keywords, "anyOf", "anyOf", into.anyOf, draft);
    // The library names the wrong keyword here.
    readAll(keywords, "allOf", "anyOf", into.allOf, draft);
    readOne(keywords, "not", draft, schema -> into.not = schema);
    if (draft.isAtLeast(Draft.DRAFT_7)) {
      readOne(keywords, "if", draft, schema -> into.condition = schema);
      readOne(keywords, "then", draft, schema -> into.then = schema);
      readOne(keywords, "else", draft, schema -> into.otherwise = schema);
    }
  }

  private void readAll(
      KeywordTypes keywords, String keyword, String named, List<Subschema> into, Draft draft) {
    if (keywords.has(keyword) && !(keywords.value(keyword) instanceof List<?>)) {
      throw new SchemaException(named + " must be of an array");
    }
    for (Object schema : keywords.array(keyword)) {
      into.add(inner(schema, draft));
    }
  }

  private void readOne(
      KeywordTypes keywords, String keyword, Draft draft, Consumer<Subschema> into) {
    if (!keywords.has(keyword)) {
      return;
    }
    if (!keywords.isSchema(keyword)) {
      throw new SchemaException(keyword + " must be of an object");
    }
    into.accept(inner(keywords.value(keyword), draft));
  }

  private static Pattern regex(String pattern, String refusal) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException invalid) {
      throw new SchemaException(refusal);
    }
  }
}
