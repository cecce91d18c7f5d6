package io.agentsrender.helm.schema.jsonschema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.GoQuote;
import io.agentsrender.helm.schema.json.JsonType;
import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.json.SchemaException;
import io.agentsrender.helm.schema.jsonschema.format.Formats;
import io.agentsrender.helm.schema.jsonschema.keyword.ArrayKeywords;
import io.agentsrender.helm.schema.jsonschema.keyword.Keyword;
import io.agentsrender.helm.schema.jsonschema.keyword.LogicKeywords;
import io.agentsrender.helm.schema.jsonschema.keyword.NumberKeywords;
import io.agentsrender.helm.schema.jsonschema.keyword.ObjectKeywords;
import io.agentsrender.helm.schema.jsonschema.keyword.ReferenceKeywords;
import io.agentsrender.helm.schema.jsonschema.keyword.Subschema;
import io.agentsrender.helm.schema.jsonschema.keyword.TextKeywords;
import io.agentsrender.helm.schema.jsonschema.keyword.ValueKeywords;
import io.agentsrender.helm.schema.jsonschema.resource.Draft;
import io.agentsrender.helm.schema.jsonschema.resource.Location;
import io.agentsrender.helm.schema.jsonschema.resource.Resource;
import io.agentsrender.helm.schema.jsonschema.resource.SchemaDocument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keywords of one schema object. Their order here is the order in which they are checked,
 * and so that of the messages (jsonschema/validator.go, validate).
 */
final class KeywordReader {
  private final SchemaCompiler compiler;
  private final Map<?, ?> schema;
  private final Location location;
  private final SchemaDocument document;
  private final Resource resource;
  private final Draft draft;
  private final boolean assertsFormats;
  private final List<Keyword> keywords = new ArrayList<>();

  KeywordReader(
      SchemaCompiler compiler,
      Map<?, ?> schema,
      Location location,
      SchemaDocument document,
      boolean assertsFormats) {
    this.compiler = compiler;
    this.schema = schema;
    this.location = location;
    this.document = document;
    this.resource = document.resourceOf(location.pointer());
    this.draft = resource.draft();
    this.assertsFormats = assertsFormats || draft.ignoresBesideReference();
  }

  void fill(Subschema target) {
    Optional<Location> reference = referenceOf("$ref");
    boolean alone = reference.isPresent() && draft.ignoresBesideReference();
    if (!alone) {
      readType();
    }
    if (since(Draft.DRAFT_6) && schema.containsKey("const")) {
      // Of all keywords this one counts even beside a reference of an old draft.
      keywords.add(ValueKeywords.constant(schema.get("const")));
    }
    if (!alone) {
      readEnumeration();
      readFormat();
    }
    reference.ifPresent(
        to -> keywords.add(ReferenceKeywords.ref(compiler.at(to), draft.ignoresBesideReference())));
    if (!alone) {
      readObject();
      readArray();
      readText();
      readNumber();
      readDynamicReferences(target);
      readLogic();
      readUnevaluated();
    }
    target.demand(keywords, alone ? Subschema.Coverage.NONE : coverage());
  }

  private void readType() {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    if (schema.get("type") instanceof String word) {
      JsonType.ofWord(word).ifPresent(types::add);
    }
    for (String word : texts("type")) {
      JsonType.ofWord(word).ifPresent(types::add);
    }
    if (!types.isEmpty()) {
      keywords.add(ValueKeywords.type(types));
    }
  }

  private void readEnumeration() {
    if (schema.get("enum") instanceof List<?> values) {
      keywords.add(ValueKeywords.enumeration(values));
    }
  }

  private void readFormat() {
    if (assertsFormats && schema.get("format") instanceof String name) {
      Formats.named(name).ifPresent(fault -> keywords.add(ValueKeywords.format(name, fault)));
    }
  }

  private void readObject() {
    addCount("minProperties", ObjectKeywords::minProperties);
    addCount("maxProperties", ObjectKeywords::maxProperties);
    List<String> required = texts("required");
    if (!required.isEmpty()) {
      keywords.add(ObjectKeywords.required(required));
    }
    object("dependencies").forEach((name, value) -> readDependency((String) name, value));
    readMembers();
    if (since(Draft.DRAFT_6)) {
      add("propertyNames", ObjectKeywords::propertyNames);
    }
    if (since(Draft.DRAFT_2019_09)) {
      schemasByName("dependentSchemas")
          .forEach((name, value) -> keywords.add(ObjectKeywords.dependentSchema(name, value)));
      object("dependentRequired")
          .forEach((name, value) -> {
            if (value instanceof List<?> names) {
              keywords.add(ObjectKeywords.dependentRequired((String) name, texts(names)));
            }
          });
    }
  }

  private void readDependency(String name, @Nullable Object value) {
    keywords.add(
        value instanceof List<?> names
            ? ObjectKeywords.dependentRequired(name, texts(names))
            : ObjectKeywords.dependentSchema(name, compiler.at(location.at("dependencies", name))));
  }

  private void readMembers() {
    Map<String, Subschema> properties = schemasByName("properties");
    Map<Pattern, Subschema> patterns = new LinkedHashMap<>();
    schemasByName("patternProperties")
        .forEach((pattern, value) -> patterns.put(regex(pattern, "patternProperties"), value));
    Object others = schema.get("additionalProperties");
    boolean allowed = !Boolean.FALSE.equals(others);
    boolean any = others instanceof Boolean || !schema.containsKey("additionalProperties");
    Subschema forOthers = any ? null : inner("additionalProperties");
    if (!properties.isEmpty() || !patterns.isEmpty() || forOthers != null || !allowed) {
      keywords.add(
          ObjectKeywords.members(
              new ObjectKeywords.Members(properties, patterns, forOthers, allowed)));
    }
  }

  private void readArray() {
    addCount("minItems", ArrayKeywords::minItems);
    addCount("maxItems", ArrayKeywords::maxItems);
    if (Boolean.TRUE.equals(schema.get("uniqueItems"))) {
      keywords.add(ArrayKeywords.uniqueItems());
    }
    if (since(Draft.DRAFT_2020_12)) {
      List<Subschema> first = schemasInArray("prefixItems");
      keywords.add(ArrayKeywords.firstItems(first));
      add("items", items -> ArrayKeywords.itemsFrom(first.size(), items));
    } else if (schema.get("items") instanceof List<?>) {
      readItemsOneByOne();
    } else {
      add("items", items -> ArrayKeywords.itemsFrom(0, items));
    }
    if (since(Draft.DRAFT_6)) {
      boolean counted = since(Draft.DRAFT_2019_09);
      Integer min = counted ? count("minContains") : null;
      Integer max = counted ? count("maxContains") : null;
      boolean looked = since(Draft.DRAFT_2020_12);
      add(
          "contains",
          item -> ArrayKeywords.contains(new ArrayKeywords.Contains(item, min, max, looked)));
    }
  }

  private void readItemsOneByOne() {
    List<Subschema> first = schemasInArray("items");
    keywords.add(ArrayKeywords.firstItems(first));
    Object others = schema.get("additionalItems");
    if (Boolean.FALSE.equals(others)) {
      keywords.add(ArrayKeywords.noItemsFrom(first.size()));
    } else if (!(others instanceof Boolean)) {
      add("additionalItems", item -> ArrayKeywords.itemsFrom(first.size(), item));
    }
  }

  private void readText() {
    addCount("minLength", TextKeywords::minLength);
    addCount("maxLength", TextKeywords::maxLength);
    if (schema.get("pattern") instanceof String pattern) {
      keywords.add(TextKeywords.pattern(regex(pattern, "pattern")));
    }
  }

  private void readNumber() {
    // Until draft 4 the exclusive bounds are switches beside the others; a switch is obeyed in
    // every draft.
    boolean aboveMinimum = Boolean.TRUE.equals(schema.get("exclusiveMinimum"));
    boolean belowMaximum = Boolean.TRUE.equals(schema.get("exclusiveMaximum"));
    addNumber("minimum", aboveMinimum ? NumberKeywords::exclusiveMinimum : NumberKeywords::minimum);
    addNumber("maximum", belowMaximum ? NumberKeywords::exclusiveMaximum : NumberKeywords::maximum);
    addNumber("exclusiveMinimum", NumberKeywords::exclusiveMinimum);
    addNumber("exclusiveMaximum", NumberKeywords::exclusiveMaximum);
    addNumber("multipleOf", NumberKeywords::multipleOf);
  }

  private void readDynamicReferences(Subschema target) {
    if (since(Draft.DRAFT_2019_09)) {
      referenceOf("$recursiveRef")
          .ifPresent(to -> keywords.add(ReferenceKeywords.recursiveRef(compiler.at(to))));
      if (Boolean.TRUE.equals(schema.get("$recursiveAnchor"))) {
        target.setRecursiveAnchor();
      }
    }
    if (since(Draft.DRAFT_2020_12) && schema.get("$dynamicRef") instanceof String text) {
      Reference reference = Reference.parse(text);
      referenceOf("$dynamicRef")
          .ifPresent(to -> {
            String anchor = reference.isPointer() ? null : reference.fragment();
            keywords.add(
                ReferenceKeywords.dynamicRef(compiler.at(to), carries(to, anchor) ? anchor : null));
          });
    }
  }

  /** Whether the schema there has that dynamic anchor; else the reference is one like any other. */
  private boolean carries(Location target, @Nullable String anchor) {
    return anchor != null
        && compiler.value(target) instanceof Map<?, ?> object
        && anchor.equals(object.get("$dynamicAnchor"));
  }

  private void readLogic() {
    add("not", LogicKeywords::not);
    addAll("allOf", LogicKeywords::allOf);
    addAll("anyOf", LogicKeywords::anyOf);
    addAll("oneOf", LogicKeywords::oneOf);
    if (since(Draft.DRAFT_7) && schema.containsKey("if")) {
      Subschema then = schema.containsKey("then") ? inner("then") : null;
      Subschema otherwise = schema.containsKey("else") ? inner("else") : null;
      keywords.add(LogicKeywords.conditional(inner("if"), then, otherwise));
    }
  }

  private void readUnevaluated() {
    if (since(Draft.DRAFT_2019_09)) {
      add("unevaluatedProperties", ObjectKeywords::unevaluatedProperties);
      add("unevaluatedItems", ArrayKeywords::unevaluatedItems);
    }
  }

  private Subschema.Coverage coverage() {
    boolean modern = since(Draft.DRAFT_2020_12);
    Object inTurn = schema.get(modern ? "prefixItems" : "items");
    boolean allItems =
        modern
            ? schema.containsKey("items")
            : schema.containsKey(inTurn instanceof List<?> ? "additionalItems" : "items");
    int items = inTurn instanceof List<?> first ? first.size() : 0;
    boolean asks = since(Draft.DRAFT_2019_09);
    return new Subschema.Coverage(
        schema.containsKey("additionalProperties"),
        allItems,
        items,
        asks && schema.containsKey("unevaluatedProperties"),
        asks && schema.containsKey("unevaluatedItems"));
  }

  private boolean since(Draft first) {
    return draft.isAtLeast(first);
  }

  private Subschema inner(String keyword) {
    return compiler.at(location.at(keyword));
  }

  private void add(String keyword, Function<Subschema, Keyword> made) {
    if (schema.containsKey(keyword)) {
      keywords.add(made.apply(inner(keyword)));
    }
  }

  private void addAll(String keyword, Function<List<Subschema>, Keyword> made) {
    List<Subschema> schemas = schemasInArray(keyword);
    if (!schemas.isEmpty()) {
      keywords.add(made.apply(schemas));
    }
  }

  private void addCount(String keyword, IntFunction<Keyword> made) {
    Integer count = count(keyword);
    if (count != null) {
      keywords.add(made.apply(count));
    }
  }

  private void addNumber(String keyword, Function<ExactNumber, Keyword> made) {
    if (schema.get(keyword) instanceof ExactNumber number) {
      keywords.add(made.apply(number));
    }
  }

  private @Nullable Integer count(String keyword) {
    return schema.get(keyword) instanceof ExactNumber number && number.isInteger()
        ? (int) Math.clamp(number.value().doubleValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
        : null;
  }

  private Map<?, ?> object(String keyword) {
    return schema.get(keyword) instanceof Map<?, ?> object ? object : Map.of();
  }

  private List<String> texts(String keyword) {
    return schema.get(keyword) instanceof List<?> values ? texts(values) : List.of();
  }

  private static List<String> texts(List<?> values) {
    return values.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private Map<String, Subschema> schemasByName(String keyword) {
    Map<String, Subschema> schemas = new LinkedHashMap<>();
    for (Object name : object(keyword).keySet()) {
      schemas.put((String) name, compiler.at(location.at(keyword, (String) name)));
    }
    return schemas;
  }

  private List<Subschema> schemasInArray(String keyword) {
    List<Subschema> schemas = new ArrayList<>();
    if (schema.get(keyword) instanceof List<?> values) {
      for (int i = 0; i < values.size(); i++) {
        schemas.add(compiler.at(location.at(keyword, Integer.toString(i))));
      }
    }
    return schemas;
  }

  private Optional<Location> referenceOf(String keyword) {
    return schema.get(keyword) instanceof String text
        ? Optional.of(compiler.locate(Reference.parse(text).from(resource.id()), document))
        : Optional.empty();
  }

  private Pattern regex(String pattern, String keyword) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException invalid) {
      throw new SchemaException(
          "invalid regex %s at %s: %s"
              .formatted(
                  GoQuote.quote(pattern),
                  GoQuote.quote(location.at(keyword).toString()),
                  invalid.getMessage()));
    }
  }
}
