package io.agentsrender.policy.checksum;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.policy.settings.RolloutChecksums.KeyStyle;
import io.agentsrender.source.Digest;
import io.agentsrender.yaml.MapNode;
import java.util.Optional;
import java.util.stream.Stream;

/** How a checksum's annotation is called. */
final class AnnotationKey {
  /** Of an annotation's key, after its slash (k8s.io/apimachinery, IsQualifiedName). */
  private static final int MAX_NAME = 63;

  private static final int SHORT_HASH = 24;

  private AnnotationKey() {}

  static String of(ConfigReference reference, KeyStyle style) {
    String kind = reference.kind().word();
    return switch (style) {
      case NAME -> {
        String name = kind + "-" + reference.name();
        yield "checksum/" + (name.length() > MAX_NAME ? kind + "-" + hash(reference.name()) : name);
      }
      case AGENTS -> "agents.proompteng.ai/checksum-" + kind + "-" + hash(reference.toString());
      case LITERAL -> "checksum/" + kind + "/" + reference.name();
    };
  }

  /** Whether the annotations have it already, in whichever style: the chart may have made it. */
  static Optional<String> present(ConfigReference reference, MapNode annotations) {
    return Stream.of(KeyStyle.values())
        .map(style -> of(reference, style))
        .filter(annotations::has)
        .findFirst();
  }

  private static String hash(String text) {
    return Digest.sha256(text.getBytes(UTF_8)).hex().substring(0, SHORT_HASH);
  }
}
