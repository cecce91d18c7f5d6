package io.agentsrender.manifest;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns YAML documents into objects as Argo CD does with what a source gives it: empty documents
 * are left out, the items of lists become objects of their own, and an object without a kind is an
 * error.
 */
public final class ManifestReader {
  private static final String TRIED = "reading manifests";

  private final Optional<String> release;
  private final List<KubernetesObject> objects = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param release that the documents belong to
   */
  public ManifestReader(Optional<String> release) {
    this.release = release;
  }

  public ManifestReader add(Node document) {
    switch (document) {
      case MapNode map when map.isEmpty() -> {}
      case MapNode map -> addObject(map);
      case ScalarNode scalar when scalar.isNull() -> {}
      case ListNode list -> problems.add(notAnObject(list));
      case ScalarNode scalar -> problems.add(notAnObject(scalar));
    }
    return this;
  }

  /**
   * The objects in the order of their documents.
   *
   * @throws RenderException with one problem for each document that is no object
   */
  public List<KubernetesObject> objects() {
    if (!problems.isEmpty()) {
      throw new RenderException(problems);
    }
    return List.copyOf(objects);
  }

  private void addObject(MapNode map) {
    KubernetesObject object = new KubernetesObject(map, new Origin(map.position(), release));
    if (object.kind().isEmpty()) {
      problems.add(missing("kind", map.position(), "Object 'Kind' is missing"));
    } else if (isList(object) && map.get("items") instanceof ListNode items) {
      items.items().forEach(this::add);
    } else {
      addSingle(object);
    }
  }

  private void addSingle(KubernetesObject object) {
    Position place = object.origin().place();
    if (object.apiVersion().isEmpty()) {
      problems.add(missing("apiVersion", place, "the " + object.kind() + " has no API version"));
    } else if (object.name().isEmpty() && object.generateName().isEmpty()) {
      problems.add(missing("metadata.name", place, "the " + object.kind() + " has no name"));
    } else {
      objects.add(object);
    }
  }

  /** Any kind that ends in List and has items is one, as in apimachinery's UnstructuredList. */
  private static boolean isList(KubernetesObject object) {
    return object.kind().endsWith("List") && object.node().get("items") instanceof ListNode;
  }

  private static Problem missing(String field, Position place, String reason) {
    return Problem.error(TRIED, reason)
        .withPlace(place)
        .withAdvice("Add " + field + " to the object.");
  }

  private static Problem notAnObject(Node node) {
    return Problem.error(TRIED, "the document is " + node.describe() + ", not a Kubernetes object")
        .withPlace(node.position())
        .withAdvice("Every document of a manifest is a map with apiVersion, kind and metadata.");
  }
}
