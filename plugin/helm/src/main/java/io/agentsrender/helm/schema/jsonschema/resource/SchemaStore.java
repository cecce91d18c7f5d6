package io.agentsrender.helm.schema.jsonschema.resource;

import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.json.SchemaException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents a schema may refer to: itself, and the metaschemas. Nothing is fetched and no file
 * is read, whatever a reference says.
 */
public final class SchemaStore {
  /** Refuses what is no valid schema of its draft. */
  public interface MetaschemaCheck {
    void check(SchemaDocument document, String pointer);

    /** For the metaschemas themselves. */
    static MetaschemaCheck none() {
      return (document, pointer) -> {};
    }
  }

  private final Map<String, @Nullable Object> given;
  private final Function<String, Optional<Object>> metaschemas;
  private final MetaschemaCheck check;
  private final Map<String, SchemaDocument> documents = new HashMap<>();

  /**
   * @param given documents by their URL
   * @param metaschemas finds a metaschema by its URL
   */
  public SchemaStore(
      Map<String, @Nullable Object> given,
      Function<String, Optional<Object>> metaschemas,
      MetaschemaCheck check) {
    this.given = given;
    this.metaschemas = metaschemas;
    this.check = check;
  }

  /** The document of a location that {@link #locate} or {@link #requireSchema} has seen. */
  public SchemaDocument document(String url) {
    SchemaDocument known = documents.get(url);
    if (known != null) {
      return known;
    }
    SchemaDocument document = new SchemaDocument(url, load(url));
    document.collect(document.root(), "", url, Draft.LATEST, this::draftOf);
    if (!isOfJsonSchema(url)) {
      check.check(document, "");
    }
    documents.put(url, document);
    return document;
  }

  private static boolean isOfJsonSchema(String url) {
    return url.startsWith("http://json-schema.org/") || url.startsWith("https://json-schema.org/");
  }

  /** Where an absolute reference leads. */
  public Location locate(Reference reference) {
    return document(reference.url()).locateFragment(reference);
  }

  /**
   * Makes sure that what stands there is a schema. A reference may lead to any place of a document,
   * to those as well where the draft knows no schemas.
   */
  public void requireSchema(Location location) {
    SchemaDocument document = document(location.document());
    String pointer = location.pointer();
    if (document.isCollected(pointer)) {
      return;
    }
    Object value = document.value(pointer);
    Resource around = document.resourceOf(pointer);
    document.collect(value, pointer, around.id(), around.draft(), this::draftOf);
    check.check(document, pointer);
  }

  private @Nullable Object load(String url) {
    if (given.containsKey(url)) {
      return given.get(url);
    }
    Optional<Object> metaschema = metaschemas.apply(url);
    if (metaschema.isPresent()) {
      return metaschema.get();
    }
    if (url.startsWith("urn:")) {
      // Helm warns and takes a schema that allows everything (chartutil/jsonschema.go, urnLoader).
      return true;
    }
    throw new SchemaException("failing loading \"" + url + "\": " + whyNotLoaded(url));
  }

  private static String whyNotLoaded(String url) {
    return switch (Reference.parse(url).scheme().orElse("")) {
      case "http", "https" -> "schemas are not fetched over the network";
      case "file" -> "files beside values.schema.json are not read";
      default -> "no URLLoader registered for \"" + url + "\"";
    };
  }

  private Draft draftOf(Map<?, ?> schema, Location at, Draft inherited) {
    return draftOf(schema, at, inherited, new HashSet<>());
  }

  private Draft draftOf(@Nullable Object schema, Location at, Draft inherited, Set<String> seen) {
    if (!(schema instanceof Map<?, ?> object) || !(object.get("$schema") instanceof String name)) {
      return inherited;
    }
    Optional<Draft> known = Draft.ofUrl(name);
    if (known.isPresent()) {
      return known.get();
    }
    String url = Reference.withoutFragment(name);
    if (at.pointer().isEmpty() && url.equals(at.document())) {
      throw new SchemaException("draft \"" + url + "\" is not supported");
    }
    if (!seen.add(url)) {
      throw new SchemaException("cycle in resolving $schema in \"" + url + "\"");
    }
    return draftOf(load(url), new Location(url, ""), inherited, seen);
  }
}
