package io.agentsrender.helm.schema.jsonschema.resource;

import static java.util.Objects.requireNonNull;

import io.agentsrender.helm.schema.json.JsonPointer;
import io.agentsrender.helm.schema.json.Reference;
import io.agentsrender.helm.schema.json.SchemaException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of schemas: its text, and the resources found in it so far. */
public final class SchemaDocument {
  private final String url;
  private final @Nullable Object root;
  private final Map<String, Resource> resources = new HashMap<>();
  private final Set<String> collected = new HashSet<>();

  SchemaDocument(String url, @Nullable Object root) {
    this.url = url;
    this.root = root;
  }

  public String url() {
    return url;
  }

  public @Nullable Object root() {
    return root;
  }

  /** Whether there are schemas with names of their own inside of it. */
  public boolean hasInnerResources() {
    return resources.size() > 1;
  }

  /** The resource that stands exactly there. */
  public Optional<Resource> resourceAt(String pointer) {
    return Optional.ofNullable(resources.get(pointer));
  }

  /** The resource a schema belongs to: the nearest one above it. */
  public Resource resourceOf(String pointer) {
    String at = pointer;
    while (true) {
      Resource found = resources.get(at);
      if (found != null) {
        return found;
      }
      int slash = at.lastIndexOf('/');
      if (slash < 0) {
        return whole();
      }
      at = at.substring(0, slash);
    }
  }

  private Resource whole() {
    return requireNonNull(resources.get(""), "nothing is collected yet");
  }

  /**
   * The value there.
   *
   * @throws SchemaException where there is none
   */
  public @Nullable Object value(String pointer) {
    Object value = root;
    if (pointer.isEmpty()) {
      return value;
    }
    for (String token : pointer.substring(1).split("/", -1)) {
      Location location = new Location(url, pointer);
      String name =
          JsonPointer.unescape(token)
              .orElseThrow(() -> new SchemaException("invalid json-pointer \"" + location + "\""));
      value =
          JsonPointer.step(value, name)
              .orElseThrow(
                  () -> new SchemaException("json-pointer in \"" + location + "\" not found"))
              .value();
    }
    return value;
  }

  /** Where a reference leads inside of this document; empty where it leads to another. */
  public Optional<Location> locate(Reference reference) {
    if (reference.url().equals(url)) {
      return Optional.of(locateIn(whole(), reference));
    }
    return named(reference.url()).map(resource -> locateIn(resource, reference));
  }

  /** Where a fragment of the document as a whole leads. */
  Location locateFragment(Reference reference) {
    return locateIn(whole(), reference);
  }

  private Location locateIn(Resource resource, Reference reference) {
    if (reference.isPointer()) {
      return new Location(url, resource.pointer() + reference.fragment());
    }
    String pointer =
        resource
            .anchor(reference.fragment())
            .orElseThrow(() ->
                new SchemaException(
                    "anchor in \"%s\" not found in schema \"%s\""
                        .formatted(new Reference(resource.id(), reference.fragment()), url)));
    return new Location(url, pointer);
  }

  boolean isCollected(String pointer) {
    return collected.contains(pointer);
  }

  /**
   * Finds the resources and anchors in a schema and all schemas inside of it.
   *
   * @param drafts tells the draft of a schema with {@code $schema}
   */
  void collect(
      @Nullable Object schema, String pointer, String base, Draft inherited, DraftLookup drafts) {
    if (collected.contains(pointer)) {
      return;
    }
    if (schema instanceof Map<?, ?> object) {
      collectObject(object, pointer, base, inherited, drafts);
    } else if (pointer.isEmpty()) {
      resources.put(pointer, new Resource(pointer, base, inherited));
    }
    collected.add(pointer);
  }

  private void collectObject(
      Map<?, ?> schema, String pointer, String base, Draft inherited, DraftLookup drafts) {
    Location location = new Location(url, pointer);
    Draft draft = drafts.draftOf(schema, location, inherited);
    Optional<String> id = draft.id(schema);
    if (id.isEmpty() && !pointer.isEmpty()) {
      // A $schema counts only in a schema with a name of its own.
      draft = inherited;
      id = draft.id(schema);
    }
    String own = id.map(name -> Reference.parse(name).from(base).url()).orElse(base);
    if (id.isPresent() || pointer.isEmpty()) {
      addResource(new Resource(pointer, own, draft));
    }
    Resource resource = named(own).orElseGet(() -> resourceOf(pointer));
    resource.collectAnchors(schema, pointer, url);
    for (Draft.Inner inner : draft.innerSchemas(schema, pointer)) {
      collect(inner.schema(), inner.pointer(), own, resource.draft(), drafts);
    }
  }

  private void addResource(Resource resource) {
    Optional<Resource> same = named(resource.id());
    if (same.isEmpty()) {
      resources.put(resource.pointer(), resource);
    } else if (!same.get().pointer().equals(resource.pointer())) {
      throw new SchemaException(
          "duplicate id \"%s\" in \"%s\" at \"%s\" and \"%s\""
              .formatted(resource.id(), url, resource.pointer(), same.get().pointer()));
    }
  }

  private Optional<Resource> named(String id) {
    return resources.values().stream().filter(resource -> resource.id().equals(id)).findFirst();
  }

  /** Tells which draft a schema is written in. */
  interface DraftLookup {
    Draft draftOf(Map<?, ?> schema, Location at, Draft inherited);
  }
}
