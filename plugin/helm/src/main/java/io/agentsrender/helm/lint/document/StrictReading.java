package io.agentsrender.helm.lint.document;

import io.agentsrender.helm.decode.Target;
import io.agentsrender.helm.decode.Target.ListOf;
import io.agentsrender.helm.decode.Target.Struct;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what UnmarshalStrict of sigs.k8s.io/yaml refuses: duplicate keys and unknown fields. */
public final class StrictReading {
  private StrictReading() {}

  /** The first fault, in Go's words. */
  public static Optional<String> fault(Content content, String source, Struct struct) {
    try {
      Node document = YamlReader.of(Dialect.HELM).strict().first(content, source);
      return unknown(struct, document)
          .map(name ->
              "error unmarshaling JSON: while decoding JSON: json: unknown field \"" + name + "\"");
    } catch (YamlException e) {
      return Optional.of("error converting YAML to JSON: " + e.goText());
    }
  }

  /** In the order of the JSON that Go makes of it: keys sorted. */
  private static Optional<String> unknown(Target target, Node node) {
    if (target instanceof ListOf(Target element) && node instanceof ListNode list) {
      return first(list.items().stream().map(item -> unknown(element, item)));
    }
    if (target instanceof Struct struct && node instanceof MapNode map) {
      List<Entry> entries =
          map.entries().stream().sorted(Comparator.comparing(Entry::name)).toList();
      return first(entries.stream().map(entry -> unknown(struct, entry)));
    }
    return Optional.empty();
  }

  private static Optional<String> unknown(Struct struct, Entry entry) {
    Struct.Field field = struct.field(entry.name());
    return field == null ? Optional.of(entry.name()) : unknown(field.target(), entry.value());
  }

  private static Optional<String> first(Stream<Optional<String>> found) {
    return found.flatMap(Optional::stream).findFirst();
  }
}
