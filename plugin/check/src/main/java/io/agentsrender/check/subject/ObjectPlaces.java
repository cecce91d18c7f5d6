package io.agentsrender.check.subject;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.RenderResult;
import io.agentsrender.source.Position;
import io.agentsrender.source.SourceTree;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where objects and what is in them stand in the repository. */
public final class ObjectPlaces {
  private final SourceTree tree;
  private final RenderResult result;
  private final List<KubernetesObject> objects;
  private @Nullable Map<Position, KubernetesObject> owners;

  /**
   * A place in an object.
   *
   * @param place in the repository
   */
  public record Located(KubernetesObject object, Position place) {}

  ObjectPlaces(SourceTree tree, RenderResult result, List<KubernetesObject> objects) {
    this.tree = tree;
    this.result = result;
    this.objects = objects;
  }

  /**
   * The very line for what was read from a file of the repository, and the line of the template
   * that wrote it for what a template rendered; where neither is known, as for what a policy wrote,
   * the place of the object.
   */
  Position of(KubernetesObject object, Position node) {
    if (object.origin().release().isPresent()) {
      return result.templatePlace(node).orElse(object.origin().place());
    }
    boolean written = node.line() > 0 && tree.file(node.file()).isPresent();
    return written ? node : object.origin().place();
  }

  /** The object that has a node at that place; the first one of several. */
  Optional<Located> locate(Position node) {
    return Optional.ofNullable(owners().get(node))
        .map(object -> new Located(object, of(object, node)));
  }

  private Map<Position, KubernetesObject> owners() {
    Map<Position, KubernetesObject> known = owners;
    if (known == null) {
      known = new HashMap<>();
      for (KubernetesObject object : objects) {
        known.putIfAbsent(object.origin().place(), object);
        add(object.node(), object, known);
      }
      owners = known;
    }
    return known;
  }

  private static void add(
      Node node, KubernetesObject object, Map<Position, KubernetesObject> owners) {
    if (node.line() > 0) {
      owners.putIfAbsent(node.position(), object);
    }
    switch (node) {
      case MapNode map ->
          map.entries()
              .forEach(entry -> {
                add(entry.key(), object, owners);
                add(entry.value(), object, owners);
              });
      case ListNode list -> list.items().forEach(item -> add(item, object, owners));
      case ScalarNode _ -> {}
    }
  }
}
