package io.agentsrender.helm.schema.gojsonschema;

import io.agentsrender.helm.schema.json.JsonPointer;
import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.json.SchemaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schemas a reference can lead to: those with names, and all places of known documents
 * (gojsonschema/schemaPool.go). Nothing is fetched and no file is read.
 */
final class SchemaPool {
  /** The whole document that is being compiled. */
  private static final Reference ROOT = new Reference("", "");

  private static final Set<String> LITERAL = Set.of("const", "enum");
  private static final Set<String> BY_NAME =
      Set.of("properties", "dependencies", "patternProperties");

  /** A schema in the pool, with the draft of its document where that names one. */
  record Pooled(@Nullable Object schema, Optional<Draft> draft) {}

  private final Map<Reference, Pooled> pool = new HashMap<>();
  private final Function<String, Optional<Object>> metaschemas;

  SchemaPool(Function<String, Optional<Object>> metaschemas) {
    this.metaschemas = metaschemas;
  }

  /** Takes a document in; what comes back is the same with its references made absolute. */
  @Nullable Object add(@Nullable Object document) {
    return add(document, ROOT).schema();
  }

  private Pooled add(@Nullable Object document, Reference reference) {
    Optional<Draft> draft = Draft.of(document);
    Object absolute = withAbsoluteReferences(document, reference, draft);
    Pooled pooled = new Pooled(absolute, draft);
    pool.put(reference, pooled);
    return pooled;
  }

  private @Nullable Object withAbsoluteReferences(
      @Nullable Object value, Reference base, Optional<Draft> draft) {
    if (value instanceof List<?> items) {
      return items.stream()
          .map(item -> withAbsoluteReferences(item, base, draft))
          .collect(Collectors.toCollection(ArrayList::new));
    }
    if (!(value instanceof Map<?, ?> schema)) {
      return value;
    }
    Map<String, @Nullable Object> absolute = new LinkedHashMap<>();
    Reference own = base;
    Object id = schema.get(schema.containsKey("id") ? "id" : "$id");
    if (id instanceof String name) {
      own = Reference.parse(name).from(base.url());
      if (pool.putIfAbsent(own, new Pooled(absolute, draft)) != null) {
        // The library gives up on this schema, and leaves the references in it as they are.
        schema.forEach((key, inner) -> absolute.put((String) key, inner));
        return absolute;
      }
    }
    for (Map.Entry<?, ?> entry : schema.entrySet()) {
      String key = (String) entry.getKey();
      absolute.put(key, member(key, entry.getValue(), own, draft));
    }
    return absolute;
  }

  private @Nullable Object member(
      String key, @Nullable Object value, Reference base, Optional<Draft> draft) {
    if (key.equals("$ref") && value instanceof String reference) {
      return Reference.parse(reference).from(base.url()).toString();
    }
    if (LITERAL.contains(key)) {
      return value;
    }
    if (!BY_NAME.contains(key)) {
      return withAbsoluteReferences(value, base, draft);
    }
    if (!(value instanceof Map<?, ?> byName)) {
      return value;
    }
    Map<String, @Nullable Object> schemas = new LinkedHashMap<>();
    byName.forEach(
        (name, inner) -> schemas.put((String) name, withAbsoluteReferences(inner, base, draft)));
    return schemas;
  }

  /** What a reference leads to. */
  Pooled get(Reference reference) {
    Pooled known = pool.get(reference);
    if (known != null) {
      return known;
    }
    Reference whole = new Reference(reference.url(), "");
    Pooled document = pool.get(whole);
    if (document == null) {
      document = load(reference, whole);
    }
    Pooled found = new Pooled(follow(reference.fragment(), document.schema()), document.draft());
    pool.put(reference, found);
    return found;
  }

  private Pooled load(Reference reference, Reference whole) {
    boolean file = reference.scheme().filter("file"::equals).isPresent();
    if (!file && (reference.scheme().isEmpty() || !reference.hasHost())) {
      throw new SchemaException("Reference " + shown(reference) + " must be canonical");
    }
    Object metaschema =
        metaschemas
            .apply(reference.url())
            .orElseThrow(() ->
                new SchemaException(
                    file
                        ? "open "
                            + reference.url()
                            + ": files beside values.schema.json are not read"
                        : "Get \""
                            + reference.url()
                            + "\": schemas are not fetched over the network"));
    return add(metaschema, whole);
  }

  private static String shown(Reference reference) {
    String text = reference.toString();
    return text.endsWith("#") ? text.substring(0, text.length() - 1) : text;
  }

  /** gojsonpointer/pointer.go; a fragment that is no pointer means the whole document. */
  private static @Nullable Object follow(String fragment, @Nullable Object document) {
    if (!fragment.startsWith("/")) {
      return document;
    }
    Object value = document;
    for (String token : fragment.substring(1).split("/", -1)) {
      if (value instanceof List<?> array) {
        value = item(array, token);
      } else if (value instanceof Map<?, ?> object) {
        String name = token.replace("~1", "/").replace("~0", "~");
        value =
            JsonPointer.step(object, name)
                .orElseThrow(() -> new SchemaException("Object has no key '" + name + "'"))
                .value();
      } else {
        throw new SchemaException("Invalid token reference '" + token + "'");
      }
    }
    return value;
  }

  private static @Nullable Object item(List<?> array, String token) {
    int index;
    try {
      index = Integer.parseInt(token);
    } catch (NumberFormatException noIndex) {
      throw new SchemaException("Invalid array index '" + token + "'");
    }
    if (index < 0 || index >= array.size()) {
      throw new SchemaException(
          "Out of bound array[0,%d] index '%d'".formatted(array.size(), index));
    }
    return array.get(index);
  }
}
