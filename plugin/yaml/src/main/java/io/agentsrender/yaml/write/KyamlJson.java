package io.agentsrender.yaml.write;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scalar.GoQuote;
import io.agentsrender.yaml.scalar.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of nodes go-yaml v3 and encoding/json refuse when kyaml makes JSON of them. */
final class KyamlJson {
  private KyamlJson() {}

  /**
   * The node without top-level keys that are null, which are lost.
   *
   * @throws RenderException where there is no JSON for it
   */
  static Node checked(Node root) {
    if (!(root instanceof MapNode map)) {
      check(root);
      return root;
    }
    checkUnique(map);
    map.entries().forEach(entry -> check(entry.value()));
    List<Entry> kept =
        map.entries().stream()
            .filter(entry -> entry.key().value() != null)
            .map(KyamlJson::withDecodedKey)
            .toList();
    return kept.equals(map.entries()) ? map : map.withEntries(kept);
  }

  /** A top-level key is a string whatever it looks like, and only binary is decoded. */
  private static Entry withDecodedKey(Entry entry) {
    boolean binary = entry.key().tag().equals(CoreTag.BINARY.shortForm());
    return binary
        ? new Entry(entry.key(), String.valueOf(entry.key().value()), entry.value())
        : entry;
  }

  private static void check(Node node) {
    switch (node) {
      case ScalarNode scalar -> checkScalar(scalar);
      case ListNode list -> list.items().forEach(KyamlJson::check);
      case MapNode map -> {
        checkUnique(map);
        for (Entry entry : map.entries()) {
          checkIsString(entry.key());
          check(entry.value());
        }
      }
    }
  }

  private static void checkScalar(ScalarNode scalar) {
    if (scalar.value() instanceof Double number && (number.isNaN() || number.isInfinite())) {
      String name = number.isNaN() ? "NaN" : number > 0 ? "+Inf" : "-Inf";
      throw failure("json: unsupported value: " + name, scalar.position());
    }
    if (scalar.resolved().value() instanceof Timestamp time && !time.hasJsonForm()) {
      throw failure("Time.MarshalJSON: timezone hour outside of range [0,23]", scalar.position());
    }
  }

  /** Below the top level a map with any other key is no JSON object. */
  private static void checkIsString(ScalarNode key) {
    String tag = key.tag();
    if (!tag.equals(CoreTag.STR.shortForm()) && !tag.equals(CoreTag.MERGE.shortForm())) {
      throw failure("json: unsupported type: map[interface {}]interface {}", key.position());
    }
  }

  private static void checkUnique(MapNode map) {
    Map<String, ScalarNode> seen = HashMap.newHashMap(map.size());
    for (Entry entry : map.entries()) {
      ScalarNode first = seen.putIfAbsent(entry.key().text(), entry.key());
      if (first != null) {
        String name = GoQuote.quote(entry.key().text());
        throw failure(
            "mapping key " + name + " already defined at line " + first.line(),
            entry.key().position());
      }
    }
  }

  private static RenderException failure(String reason, Position place) {
    return new RenderException(Problem.error("making JSON of a resource", reason).withPlace(place));
  }
}
