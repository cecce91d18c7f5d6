package io.agentsrender.render.plan;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentFile;
import io.agentsrender.gitops.component.ComponentFolder;
import io.agentsrender.gitops.component.ComponentReader;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.kustomize.accumulate.KustomizationFile;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.List;
import java.util.Optional;

/** Decides what to do with an application's folder. */
public final class Planner {
  private static final String CHART_FILE = "Chart.yaml";

  /**
   * The plan for {@code path}.
   *
   * @param warnings takes what is odd about a component
   * @throws RenderException where there is no such folder, or its component is wrong or switched
   *     off
   */
  public Plan plan(SourceTree tree, String path, List<Problem> warnings) {
    if (ComponentFile.isIn(tree, path)) {
      return component(tree, path, warnings);
    }
    if (ComponentFile.isDisabledIn(tree, path)) {
      throw new RenderException(disabled(path));
    }
    return planFiles(tree, path);
  }

  private static Plan component(SourceTree tree, String path, List<Problem> warnings) {
    String file = TreePath.join(path, ComponentFile.NAME);
    Component component = ComponentReader.read(tree.file(file).orElseThrow(), file, warnings);
    new ComponentFolder(tree, path).requireOneSource(component);
    return switch (component.source()) {
      case ComponentSource.Chart chart -> new Plan.ComponentChart(path, component, chart);
      case ComponentSource.Manifests manifests ->
          new Plan.ComponentManifests(path, component, manifests);
    };
  }

  private static Problem disabled(String path) {
    return Problem.error(
            "planning the render of " + TreePath.describe(path),
            "the component is switched off: its file is named " + ComponentFile.DISABLED_NAME)
        .withPlace(Position.ofFile(TreePath.join(path, ComponentFile.DISABLED_NAME)))
        .withAdvice("To switch it on, rename the file to " + ComponentFile.NAME + ".");
  }

  /**
   * The plan for a folder, whatever a component there says.
   *
   * @throws RenderException where there is no such folder
   */
  public Plan planFiles(SourceTree tree, String path) {
    if (!tree.isFolder(path)) {
      throw new RenderException(notAFolder(tree, path));
    }
    if (KustomizationFile.NAMES.stream().anyMatch(name -> has(tree, path, name))) {
      return new Plan.Kustomization(path);
    }
    return has(tree, path, CHART_FILE)
        ? new Plan.Chart(path)
        : new Plan.ManifestFolder(path, FileSelection.DEFAULT);
  }

  private static boolean has(SourceTree tree, String folder, String name) {
    return tree.file(TreePath.join(folder, name)).isPresent();
  }

  private static Problem notAFolder(SourceTree tree, String path) {
    String tried = "planning the render of " + TreePath.describe(path);
    if (tree.file(path).isPresent()) {
      return Problem.error(tried, "it is a file, and an application is a folder")
          .withPlace(Position.ofFile(path))
          .withAdvice("Name " + TreePath.describe(TreePath.parent(path)) + ".");
    }
    String parent = TreePath.parent(path);
    Optional<String> nearest = NearestName.of(TreePath.name(path), tree.list(parent));
    return Problem.error(tried, "there is no such folder in the repository")
        .withAdvice(
            nearest
                .map(name -> "Did you mean \"" + TreePath.join(parent, name) + "\"?")
                .orElse(null));
  }
}
