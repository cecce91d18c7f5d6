package io.agentsrender.helm.schema.jsonschema.resource;

import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.json.SchemaException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A schema with a name of its own, against which the references inside of it are resolved. */
public final class Resource {
  private final String pointer;
  private final String id;
  private final Draft draft;
  private final Map<String, String> anchors = new HashMap<>();
  private final Map<String, String> dynamicAnchors = new LinkedHashMap<>();

  Resource(String pointer, String id, Draft draft) {
    this.pointer = pointer;
    this.id = id;
    this.draft = draft;
  }

  /** Where in its document it stands. */
  public String pointer() {
    return pointer;
  }

  /** Its absolute URL. */
  public String id() {
    return id;
  }

  public Draft draft() {
    return draft;
  }

  /** The schemas that carry a {@code $dynamicAnchor}, as pointers by the anchor's name. */
  public Map<String, String> dynamicAnchors() {
    return dynamicAnchors;
  }

  Optional<String> anchor(String name) {
    return Optional.ofNullable(anchors.get(name));
  }

  void collectAnchors(Map<?, ?> schema, String at, String document) {
    if (draft.ignoresBesideReference()) {
      if (!schema.containsKey("$ref") && schema.get(draft.idKeyword()) instanceof String name) {
        Reference reference = Reference.parse(name);
        if (!reference.isPointer()) {
          addAnchor(reference.fragment(), at, document);
        }
      }
      return;
    }
    if (schema.get("$anchor") instanceof String name) {
      addAnchor(name, at, document);
    }
    if (draft == Draft.DRAFT_2020_12 && schema.get("$dynamicAnchor") instanceof String name) {
      addAnchor(name, at, document);
      dynamicAnchors.put(name, at);
    }
  }

  private void addAnchor(String name, String at, String document) {
    String other = anchors.putIfAbsent(name, at);
    if (other != null && !other.equals(at)) {
      throw new SchemaException(
          "duplicate anchor \"%s\" in \"%s\" at \"%s\" and \"%s\""
              .formatted(name, document, other, at));
    }
  }
}
