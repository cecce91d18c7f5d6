package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one YAML document into the working tree. */
public final class NodeReader {
  private static final YamlReader READER = YamlReader.of(Dialect.KUSTOMIZE);

  private NodeReader() {}

  /** A fresh working tree for a parsed document. */
  public static MutableNode of(Node document) {
    return ReadOrigin.nodeFor(document);
  }

  /**
   * Text inside a field, as a document of its own.
   *
   * @throws BuildFailure where it is no YAML
   */
  public static MutableNode embedded(String text) {
    if (text.isBlank()) {
      throw BuildFailure.of("wrong node kind: expected MappingNode but got ");
    }
    return of(parse(text));
  }

  /**
   * The values of a chart, as they come out of a merge: kyaml leaves aliases as they are when it
   * reads a text, and loses those that are fields of maps when it merges that.
   *
   * @throws BuildFailure where it is no YAML, or nothing
   */
  public static MutableNode values(Content content) {
    Node document = parse(content.text());
    if (document instanceof ScalarNode scalar && scalar.text().isEmpty() && scalar.isNull()) {
      throw BuildFailure.of("EOF");
    }
    return of(withoutAliases(document, Collections.newSetFromMap(new IdentityHashMap<>())));
  }

  /** An alias is the very node of its anchor, which stands before it. */
  private static Node withoutAliases(Node node, Set<Node> seen) {
    seen.add(node);
    return switch (node) {
      case ScalarNode scalar -> scalar;
      case ListNode list -> {
        list.items().forEach(item -> markSeen(item, seen));
        yield list;
      }
      case MapNode map -> {
        List<MapNode.Entry> entries = new ArrayList<>(map.size());
        for (MapNode.Entry entry : map.entries()) {
          if (!seen.contains(entry.value())) {
            entries.add(entry.withValue(withoutAliases(entry.value(), seen)));
          }
        }
        yield map.withEntries(entries);
      }
    };
  }

  private static void markSeen(Node node, Set<Node> seen) {
    if (seen.add(node)) {
      switch (node) {
        case ScalarNode _ -> {}
        case ListNode list -> list.items().forEach(item -> markSeen(item, seen));
        case MapNode map -> map.entries().forEach(entry -> markSeen(entry.value(), seen));
      }
    }
  }

  private static Node parse(String text) {
    try {
      return READER.withoutExcerpts().first(text, "");
    } catch (YamlException e) {
      throw BuildFailure.of(e.problems().getFirst().reason());
    }
  }

  /** The values of a text, as sigs.k8s.io/yaml makes JSON of them. */
  public static @Nullable Object yaml11Plain(String text) {
    return plain(yaml11(Content.ofText(text), ""));
  }

  private static @Nullable Object plain(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.value();
      case ListNode list -> {
        List<@Nullable Object> plain = new ArrayList<>(list.size());
        list.items().forEach(item -> plain.add(plain(item)));
        yield plain;
      }
      case MapNode map -> {
        Map<String, @Nullable Object> plain = LinkedHashMap.newLinkedHashMap(map.size());
        map.entries().forEach(entry -> plain.put(entry.name(), plain(entry.value())));
        yield plain;
      }
    };
  }

  /** The values of a file, as sigs.k8s.io/yaml reads them for kustomizations and configurations. */
  public static Node yaml11(Content content, String file) {
    return yaml11(YamlReader.of(Dialect.HELM), content, file);
  }

  /** As {@link #yaml11}, but repeated keys are errors. */
  public static Node yaml11Strict(Content content, String file) {
    return yaml11(YamlReader.of(Dialect.HELM).strict(), content, file);
  }

  private static Node yaml11(YamlReader reader, Content content, String file) {
    try {
      return reader.first(content, file);
    } catch (YamlException e) {
      Position place = e.problems().getFirst().place().orElse(Position.ofFile(file));
      throw BuildFailure.of(e.goText()).at(place);
    }
  }
}
