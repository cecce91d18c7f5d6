package io.agentsrender.gitops.inventory;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.gitops.component.ComponentSource.ChartPlace;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.layering.Environments;
import io.agentsrender.gitops.layering.ValueFileName;
import io.agentsrender.gitops.layering.ValueLayers;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What components say of their charts, with the value files of all environments. */
final class ComponentDeclarations {
  private final SourceTree tree;
  private final RepositorySettings settings;
  private final ValueLayers layers;
  private final Environments environments;
  private final EnvironmentPattern pattern;
  private final List<Problem> problems;

  ComponentDeclarations(
      SourceTree tree,
      RepositorySettings settings,
      EnvironmentPattern pattern,
      List<Problem> problems) {
    this.tree = tree;
    this.settings = settings;
    this.layers = new ValueLayers(tree, settings);
    this.environments = new Environments(tree, settings);
    this.pattern = pattern;
    this.problems = problems;
  }

  Declaration of(Component component, String folder) {
    return switch (component.source()) {
      case ComponentSource.Manifests manifests ->
          new Declaration(
              component.at(),
              manifests.repository().map(PlacedText::text).filter(this::isElsewhere).orElse(""),
              manifests.path().map(PlacedText::text).orElse(folder),
              manifests.revision().map(PlacedText::text).orElse(""),
              List.of());
      case ComponentSource.Chart chart -> ofChart(component, folder, chart);
    };
  }

  private Declaration ofChart(Component component, String folder, ComponentSource.Chart chart) {
    String repository = chart.repository().text();
    Optional<String> here = here(repository);
    String place =
        switch (chart.place()) {
          case ChartPlace.Named(PlacedText name) -> name.text();
          case ChartPlace.Folder(PlacedText path) ->
              TreePath.join(here.orElse(""), path.text().replaceFirst("^/", ""));
        };
    boolean inGit = chart.place() instanceof ChartPlace.Folder;
    return new Declaration(
        chart.at(),
        inGit && here.isPresent() ? "" : repository,
        place,
        chart.version().text(),
        valueFiles(component, folder, chart, inGit && here.isPresent() ? place : null));
  }

  private boolean isElsewhere(String url) {
    return here(url).isEmpty();
  }

  /** The folder of this repository that stands for that URL. */
  private Optional<String> here(String url) {
    return settings
        .repository(url)
        .flatMap(target ->
            target instanceof RefTarget.Own(String folder)
                ? Optional.of(folder.equals(".") ? "" : folder)
                : Optional.empty());
  }

  private List<String> valueFiles(
      Component component,
      String folder,
      ComponentSource.Chart chart,
      @org.jspecify.annotations.Nullable String chartFolder) {
    Map<String, Boolean> files = new LinkedHashMap<>();
    for (Optional<String> environment : environmentsOf(component, folder)) {
      ValueLayers.Wanted wanted =
          new ValueLayers.Wanted(
              component,
              folder,
              Optional.ofNullable(chartFolder),
              environment,
              component.namespace().map(PlacedText::text).orElse(""));
      try {
        for (ValueFileName file : layers.files(wanted, chart)) {
          Optional<String> found = found(file);
          String path = pattern.of(found.orElseGet(() -> shown(file.candidates().getFirst())));
          boolean wasNamed = !file.origin().equals("layer") && !file.mayBeMissing();
          files.merge(path, found.isPresent() || wasNamed, Boolean::logicalOr);
        }
      } catch (RenderException e) {
        problems.addAll(e.problems());
      }
    }
    return files.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  private List<Optional<String>> environmentsOf(Component component, String folder) {
    if (component.isClusterWide() || Environments.ofPath(folder).isPresent()) {
      return List.of(Optional.empty());
    }
    List<Optional<String>> all = new ArrayList<>();
    new TreeSet<>(environments.found()).forEach(name -> all.add(Optional.of(name)));
    return all;
  }

  private Optional<String> found(ValueFileName file) {
    return file.candidates().stream()
        .map(ComponentDeclarations::shown)
        .filter(path -> !path.startsWith("$") && tree.file(path).isPresent())
        .findFirst();
  }

  /** {@code $values} is this repository unless something else is declared for it. */
  private static String shown(String candidate) {
    String path = candidate.startsWith("$values/") ? candidate.substring(7) : candidate;
    return path.startsWith("/") ? TreePath.resolve("", path.substring(1)).orElse(path) : path;
  }
}
