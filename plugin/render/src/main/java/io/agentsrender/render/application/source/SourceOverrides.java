package io.agentsrender.render.application.source;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.render.repository.Located;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * The files {@code .argocd-source.yaml} and {@code .argocd-source-NAME.yaml} in the folder of a
 * source, which Argo CD merges into it before it looks at the tool (mergeSourceParameters).
 */
final class SourceOverrides {
  /** These stay what the Application says. */
  private static final List<String> KEPT = List.of("chart", "path", "repoURL", "targetRevision");

  private SourceOverrides() {}

  /**
   * The source with the files of its folder merged into it.
   *
   * @param application its name
   */
  static ApplicationSource into(ApplicationSource source, Located place, String application) {
    MapNode merged = source.node();
    for (String name : List.of(".argocd-source.yaml", ".argocd-source-" + application + ".yaml")) {
      String path = TreePath.join(place.folder(), name);
      Optional<Content> file = place.tree().file(path);
      if (file.isPresent()) {
        merged = merge(merged, read(file.get(), path));
      }
    }
    return merged == source.node() ? source : new ApplicationSource(keep(merged, source.node()));
  }

  private static MapNode read(Content file, String path) {
    Node node = YamlReader.of(Dialect.HELM).first(file, path);
    if (node instanceof MapNode map) {
      return map;
    }
    if (node instanceof ScalarNode scalar && scalar.isNull()) {
      return new MapNode(List.of(), node.position());
    }
    throw new RenderException(
        Problem.error(
                "reading the overrides of a source", "it is " + node.describe() + ", not a map")
            .withPlace(node.position()));
  }

  /** As RFC 7386 has it. */
  private static MapNode merge(MapNode target, MapNode patch) {
    MapNode merged = target;
    for (Entry entry : patch.entries()) {
      if (entry.value() instanceof ScalarNode scalar && scalar.isNull()) {
        merged = merged.without(entry.name());
      } else if (entry.value() instanceof MapNode inner) {
        MapNode old =
            merged.get(entry.name()) instanceof MapNode map
                ? map
                : new MapNode(List.of(), inner.position());
        merged = merged.with(entry.key(), merge(old, inner));
      } else {
        merged = merged.with(entry.key(), entry.value());
      }
    }
    return merged;
  }

  private static MapNode keep(MapNode merged, MapNode source) {
    MapNode kept = merged;
    for (String name : KEPT) {
      kept = kept.without(name);
    }
    for (Entry entry : source.entries()) {
      if (KEPT.contains(entry.name())) {
        kept = kept.with(entry.key(), entry.value());
      }
    }
    return kept;
  }
}
