package io.agentsrender.kustomize.resource;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.conversion.DataNode;
import io.agentsrender.kustomize.node.conversion.NodeData;
import io.agentsrender.kustomize.node.conversion.NodeReader;
import io.agentsrender.kustomize.node.conversion.Passage;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.ObjectFields;
import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads resources and patches (api/resource/factory.go). */
public final class ResourceReader {
  private final OpenApi openApi;
  private final KustomizeProfile profile;
  private final DocumentCache cache;

  public ResourceReader(OpenApi openApi, KustomizeProfile profile, DocumentCache cache) {
    this.openApi = openApi;
    this.profile = profile;
    this.cache = cache;
  }

  public OpenApi openApi() {
    return openApi;
  }

  /**
   * The resources of a file.
   *
   * @throws BuildFailure where it is no YAML or holds something else
   */
  public List<Resource> read(Content content, String file) {
    try {
      return resources(
          nodes(cache.documents(content, file, () -> DocumentReader.read(content, file))));
    } catch (BuildFailure failure) {
      throw failure.at(Position.ofFile(file));
    }
  }

  /**
   * The resources of a text that is written in another file, or was rendered.
   *
   * @param position where the text starts; places inside it are not known
   */
  public List<Resource> readText(String text, @Nullable Position position) {
    List<Resource> resources = new ArrayList<>();
    for (MutableNode node :
        objects(nodes(DocumentReader.read(Content.ofText(text), "")), position)) {
      resources.add(new Resource(node, openApi, Provenance.at(position)));
    }
    return resources;
  }

  /**
   * The resources that a chart rendered.
   *
   * @param position where the chart is named
   */
  public List<Resource> readManifest(
      Content manifest, @Nullable Position position, String release) {
    List<Node> documents = DocumentReader.readRendered(manifest, cache);
    List<MutableNode> objects = objects(nodes(documents), position);
    List<Resource> resources = new ArrayList<>(objects.size());
    for (MutableNode object : objects) {
      resources.add(new Resource(object, openApi, Provenance.ofChart(position, release)));
    }
    return resources;
  }

  private List<Resource> resources(List<MutableNode> nodes) {
    List<Resource> resources = new ArrayList<>();
    for (MutableNode node : objects(nodes, null)) {
      resources.add(new Resource(node, openApi, Provenance.at(node.position())));
    }
    return resources;
  }

  /** The documents; a file that is one List gives what that holds. */
  private static List<MutableNode> nodes(List<Node> documents) {
    List<MutableNode> nodes = new ArrayList<>();
    for (Node document : documents) {
      if (DocumentReader.isEmpty(document)) {
        continue;
      }
      MutableNode node = NodeReader.of(document);
      if (documents.size() == 1 && isWrapping(node)) {
        MutableNode items = Fields.find(node, "items");
        return items == null ? List.of() : new ArrayList<>(items.content());
      }
      nodes.add(node);
    }
    return nodes;
  }

  private static boolean isWrapping(MutableNode node) {
    String kind = node.is(NodeKind.MAPPING) ? ObjectFields.kind(node) : "";
    return (kind.equals("List") || kind.equals("ResourceList"))
        && (Fields.find(node, "items") != null || Fields.find(node, "functionConfig") != null);
  }

  /** What is left of lists of objects once each is taken apart; their items come last. */
  private List<MutableNode> objects(List<MutableNode> nodes, @Nullable Position position) {
    Deque<MutableNode> queue = new ArrayDeque<>(valid(nodes, position));
    List<MutableNode> objects = new ArrayList<>();
    while (!queue.isEmpty()) {
      MutableNode node = queue.removeFirst();
      String kind = ObjectFields.kind(node);
      if (!kind.endsWith("List")) {
        objects.add(node);
        continue;
      }
      Map<String, @Nullable Object> list = NodeData.ofObject(node, Passage.DIRECT);
      if (!list.containsKey("items")) {
        if (profile.keepsListsWithoutItems()) {
          objects.add(node);
        }
        continue;
      }
      Object items = list.get("items");
      if (items == null) {
        continue;
      }
      if (!(items instanceof List<?> elements)) {
        throw BuildFailure.of("expected array in " + kind + "/items, but found " + goType(items))
            .at(node.position());
      }
      List<MutableNode> inner = new ArrayList<>();
      elements.forEach(element -> inner.add(DataNode.ofJson(element)));
      queue.addAll(valid(inner, node.position()));
    }
    return objects;
  }

  private static String goType(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> "map[string]interface {}";
      case String _ -> "string";
      case Boolean _ -> "bool";
      case Double _ -> "float64";
      default -> "int";
    };
  }

  private static List<MutableNode> valid(List<MutableNode> nodes, @Nullable Position position) {
    List<MutableNode> valid = new ArrayList<>(nodes.size());
    for (MutableNode node : nodes) {
      if (!node.isEmpty()) {
        Position place = node.position() == null || position != null ? position : node.position();
        requireObject(node, place);
        valid.add(node);
      }
    }
    return valid;
  }

  /**
   * kyaml RNode.GetValidatedMetadata.
   *
   * @throws BuildFailure where the object has no kind or no name
   */
  public static void requireObject(MutableNode node, @Nullable Position place) {
    boolean isObject = node.is(NodeKind.MAPPING);
    String kind = isObject ? text(node, "kind") : "";
    MutableNode meta = isObject ? Fields.find(node, ObjectFields.METADATA) : null;
    String apiVersion = isObject ? text(node, "apiVersion") : "";
    if (!isObject || kind.isEmpty() && apiVersion.isEmpty() && (meta == null || meta.isEmpty())) {
      throw BuildFailure.of("missing Resource metadata")
          .at(place)
          .withAdvice("Every object needs apiVersion, kind and metadata.name.");
    }
    if (kind.isEmpty()) {
      throw BuildFailure.of("missing kind in object " + goMetadata(node)).at(place);
    }
    if (!kind.endsWith("List") && ObjectFields.name(node).isEmpty()) {
      throw BuildFailure.of("missing metadata.name in object " + goMetadata(node)).at(place);
    }
  }

  /** As Go prints a ResourceMeta with %v, but what labels and annotations say may be secret. */
  private static String goMetadata(MutableNode node) {
    return "{{"
        + text(node, "apiVersion")
        + " "
        + text(node, "kind")
        + "} {{"
        + ObjectFields.name(node)
        + " "
        + ObjectFields.namespace(node)
        + "} "
        + goKeys(ObjectFields.labels(node))
        + " "
        + goKeys(ObjectFields.annotations(node))
        + "}}";
  }

  private static String text(MutableNode object, String field) {
    MutableNode value = Fields.find(object, field);
    return value == null || value.isEmpty() ? "" : value.value();
  }

  private static String goKeys(Map<String, String> map) {
    return map.keySet().stream()
        .map(key -> key + ":...")
        .collect(Collectors.joining(" ", "map[", "]"));
  }
}
