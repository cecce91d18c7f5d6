package io.agentsrender.kustomize.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.conversion.NodeData;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.source.Digest;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a generated object's content that becomes part of its name (api/hasher/hasher.go).
 */
public final class NameHash {
  private static final int LENGTH = 10;

  private NameHash() {}

  /**
   * @throws BuildFailure for objects other than ConfigMaps and Secrets, whose hash is made of how
   *     their YAML was written
   */
  public static String of(Resource resource) {
    Map<String, @Nullable Object> content = new TreeMap<>();
    MutableNode object = resource.node();
    content.put("kind", resource.kind());
    // kustomize looks for a field of the name "metadata/name", which there is not.
    content.put("name", "");
    content.put("data", value(object, "data"));
    switch (resource.kind()) {
      case "ConfigMap" -> putMap(content, object, "binaryData");
      case "Secret" -> {
        content.put("type", value(object, "type"));
        putMap(content, object, "stringData");
      }
      default ->
          throw BuildFailure.notSupported(
                  "a hash in the name of a " + resource.kind() + " is not supported")
              .at(resource.provenance().position())
              .withAdvice("Only ConfigMaps and Secrets can have one.");
    }
    return encode(Digest.sha256(JsonWriter.compact().write(content).getBytes(UTF_8)).hex());
  }

  private static void putMap(
      Map<String, @Nullable Object> content, MutableNode object, String field) {
    if (value(object, field) instanceof Map<?, ?> map) {
      content.put(field, map);
    }
  }

  private static @Nullable Object value(MutableNode object, String field) {
    MutableNode node = NodePath.find(object, field);
    if (node == null) {
      return "";
    }
    if (node.is(NodeKind.SCALAR)) {
      return node.value();
    }
    return node.is(NodeKind.MAPPING) ? NodeData.ofObject(node) : null;
  }

  /** Digits and letters that could be read as a word are replaced. */
  private static String encode(String hex) {
    return hex.substring(0, LENGTH)
        .replace('0', 'g')
        .replace('1', 'h')
        .replace('3', 'k')
        .replace('a', 'm')
        .replace('e', 't');
  }
}
