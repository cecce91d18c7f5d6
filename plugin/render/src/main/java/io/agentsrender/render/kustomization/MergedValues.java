package io.agentsrender.render.kustomization;

import io.agentsrender.kustomize.chart.ChartRequest;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where values stand that kustomize merged: it writes those of an entry of {@code helmCharts} and
 * those of a file into one text, whose lines nobody knows.
 *
 * @param entry the entry of {@code helmCharts}
 * @param file where the values file stands
 * @param written the values file, as people wrote it
 * @param kustomization the file with the entry
 */
record MergedValues(
    Position entry, String file, Optional<Content> written, Optional<Content> kustomization)
    implements UnaryOperator<MapNode> {

  /** Gives values the places at which people wrote them; what has none is placed at the entry. */
  static UnaryOperator<MapNode> places(ChartRequest.ValueFile file, ChartRequest request) {
    Position entry = request.position();
    Optional<Content> written = request.tree().file(file.file());
    return entry == null || written.equals(Optional.of(file.content()))
        ? UnaryOperator.identity()
        : new MergedValues(entry, file.file(), written, request.tree().file(entry.file()));
  }

  @Override
  public MapNode apply(MapNode merged) {
    List<Node> sources =
        Stream.concat(inline(), written.stream().flatMap(content -> documents(content, file)))
            .toList();
    return placed(merged, sources);
  }

  private Stream<Node> inline() {
    return kustomization.stream()
        .flatMap(content -> documents(content, entry.file()))
        .flatMap(MergedValues::entries)
        .filter(chart -> chart.position().equals(entry))
        .flatMap(chart ->
            Stream.of("valuesInline", "valuesLocal").map(chart::get).filter(Objects::nonNull))
        .limit(1);
  }

  /** What stands in the lists of a kustomization. */
  private static Stream<MapNode> entries(Node kustomization) {
    return kustomization instanceof MapNode map
        ? map.entries().stream()
            .map(Entry::value)
            .flatMap(value -> value instanceof ListNode list ? list.items().stream() : Stream.of())
            .filter(MapNode.class::isInstance)
            .map(MapNode.class::cast)
        : Stream.of();
  }

  private static Stream<Node> documents(Content content, String file) {
    try {
      return YamlReader.of(Dialect.HELM).withoutExcerpts().all(content, file).stream();
    } catch (YamlException e) {
      return Stream.of();
    }
  }

  private Node placed(Node merged, List<Node> sources) {
    return switch (merged) {
      case ScalarNode scalar -> placed(scalar, place(scalar, sources));
      case ListNode list -> placed(list, sources);
      case MapNode map -> placed(map, sources);
    };
  }

  private static ScalarNode placed(ScalarNode scalar, Position at) {
    return ScalarNode.of(
        scalar.text(), scalar.style(), scalar.explicitTag().orElse(null), scalar.dialect(), at);
  }

  /** The first source that has this very value. */
  private Position place(ScalarNode scalar, List<Node> sources) {
    return sources.stream()
        .filter(source ->
            source instanceof ScalarNode other && Objects.equals(other.value(), scalar.value()))
        .findFirst()
        .map(Node::position)
        .orElse(entry);
  }

  private ListNode placed(ListNode list, List<Node> sources) {
    List<ListNode> lists =
        sources.stream()
            .filter(source -> source instanceof ListNode other && other.size() == list.size())
            .map(ListNode.class::cast)
            .toList();
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      int index = i;
      items.add(
          placed(list.items().get(i), lists.stream().map(it -> it.items().get(index)).toList()));
    }
    return new ListNode(items, lists.stream().findFirst().map(Node::position).orElse(entry));
  }

  private MapNode placed(MapNode map, List<Node> sources) {
    List<MapNode> maps =
        sources.stream().filter(MapNode.class::isInstance).map(MapNode.class::cast).toList();
    List<Entry> entries = new ArrayList<>();
    for (Entry merged : map.entries()) {
      List<Entry> same =
          maps.stream()
              .flatMap(it -> it.entries().stream())
              .filter(other -> other.name().equals(merged.name()))
              .toList();
      Position key = same.stream().findFirst().map(it -> it.key().position()).orElse(entry);
      entries.add(
          new Entry(
              placed(merged.key(), key),
              merged.name(),
              placed(merged.value(), same.stream().map(Entry::value).toList())));
    }
    return new MapNode(entries, maps.stream().findFirst().map(Node::position).orElse(entry));
  }
}
