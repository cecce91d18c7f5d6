package io.agentsrender.policy.checksum;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.Digest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The SHA-256 of configuration: of its data as compact JSON, keys sorted and values in Base64, so
 * that labels, annotations, order and the ways to write the same bytes do not matter.
 */
public final class ConfigContent {
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath EXTERNAL_TARGET = FieldPath.of("spec", "target", "name");

  private ConfigContent() {}

  /** Whether {@code object} is what {@code reference} names, or what makes it in the cluster. */
  public static boolean gives(
      KubernetesObject object, String namespace, ConfigReference reference) {
    return namespace.equals(reference.namespace())
        && given(object, reference.kind()).map(reference.name()::equals).orElse(false);
  }

  private static Optional<String> given(KubernetesObject object, ConfigKind kind) {
    if (object.kind().equals(kind.kind()) && object.apiVersion().equals("v1")) {
      return Optional.of(object.name());
    }
    if (kind == ConfigKind.CONFIG_MAP) {
      return Optional.empty();
    }
    return switch (object.kind() + "." + object.group()) {
      case "ExternalSecret.external-secrets.io" ->
          Optional.of(EXTERNAL_TARGET.text(object.node()).orElse(object.name()));
      case "SealedSecret.bitnami.com" -> Optional.of(object.name());
      default -> Optional.empty();
    };
  }

  /** The hash of the data; for what only makes a Secret, of its specification. */
  static Digest digest(KubernetesObject object) {
    MapNode node = object.node();
    if (!object.apiVersion().equals("v1")) {
      return sha256(SPEC.get(node).orElseGet(() -> Nodes.map(node.position())));
    }
    Map<String, String> encoded = new TreeMap<>();
    boolean secret = object.isSecret();
    entries(object, secret ? "data" : "binaryData").forEach(it -> put(encoded, object, it));
    entries(object, secret ? "stringData" : "data")
        .forEach(it -> encoded.put(it.name(), encode(Nodes.text(it.value()).orElse(""))));
    return sha256(encoded);
  }

  private static Digest sha256(Object value) {
    return Digest.sha256(JsonWriter.compact().write(value).getBytes(UTF_8));
  }

  private static List<Entry> entries(KubernetesObject object, String field) {
    return object.node().get(field) instanceof MapNode map ? map.entries() : List.of();
  }

  private static void put(Map<String, String> encoded, KubernetesObject object, Entry entry) {
    String text = Nodes.text(entry.value()).orElse("").replaceAll("[\r\n]", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      encoded.put(entry.name(), Base64.getEncoder().encodeToString(bytes));
    } catch (IllegalArgumentException e) {
      throw new RenderException(
          Problem.error(
                  "hashing " + object.describe(),
                  "the value of \"" + entry.name() + "\" is not Base64")
              .withPlace(entry.key().position()),
          e);
    }
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
