package io.agentsrender.gitops.component;

import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands beside a component's file: value files, manifests, a kustomization. */
public final class ComponentFolder {
  /** The names kustomize looks for. */
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final SourceTree tree;
  private final String folder;

  public ComponentFolder(SourceTree tree, String folder) {
    this.tree = tree;
    this.folder = folder;
  }

  /** The files that are applied where there is no chart: a kustomization, or manifests. */
  public List<String> manifests() {
    List<String> found = new ArrayList<>();
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      if (!ComponentFile.is(name) && (KUSTOMIZATIONS.contains(name) || isManifest(path))) {
        found.add(path);
      }
    }
    return found;
  }

  /** A file beside a component may also be a value file: a manifest says which kind it is. */
  private boolean isManifest(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".yaml") && !lower.endsWith(".yml") && !lower.endsWith(".json")) {
      return false;
    }
    return tree.file(path).map(content -> hasKind(content, path)).orElse(false);
  }

  private static boolean hasKind(Content content, String path) {
    try {
      for (Node document : YamlReader.of(Dialect.HELM).all(content, path)) {
        if (document instanceof MapNode map && map.has("apiVersion") && map.has("kind")) {
          return true;
        }
      }
      return false;
    } catch (YamlException e) {
      return false;
    }
  }

  /**
   * Makes sure that there is one source, and only one.
   *
   * @throws RenderException where a chart stands beside manifests, or nothing is there at all
   */
  public void requireOneSource(Component component) {
    List<String> manifests = manifests();
    String tried = "planning component \"" + component.name() + "\"";
    if (component.source() instanceof ComponentSource.Chart chart && !manifests.isEmpty()) {
      throw new RenderException(
          manifests.stream()
              .map(file ->
                  Problem.error(
                          tried,
                          "it has a chart ("
                              + chart.at()
                              + "), and "
                              + TreePath.name(file)
                              + " stands beside it")
                      .withPlace(Position.ofFile(file))
                      .withAdvice(
                          "Keep one source: delete the rendered manifests, or the chart block."))
              .toList());
    }
    if (component.source().equals(ComponentSource.Manifests.BESIDE) && manifests.isEmpty()) {
      throw new RenderException(
          Problem.error(tried, "it has no chart, and no manifests stand beside it")
              .withPlace(component.at())
              .withAdvice("Name a chart, or put manifests or a kustomization into the folder."));
    }
  }
}
