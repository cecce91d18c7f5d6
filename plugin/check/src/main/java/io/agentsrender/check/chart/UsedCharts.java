package io.agentsrender.check.chart;

import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts of an application that lie unpacked in the repository. */
final class UsedCharts {
  private static final List<String> KUSTOMIZATION_FILES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final SourceTree tree;
  private final List<UsedChart> charts = new ArrayList<>();
  private final Set<String> visited = new HashSet<>();

  /**
   * A chart that is used.
   *
   * @param wanted the version that whoever uses it asks for
   * @param release its name; empty where it is the application's
   */
  record UsedChart(
      ChartDescription description, Optional<ScalarNode> wanted, Optional<String> release) {}

  private UsedCharts(SourceTree tree) {
    this.tree = tree;
  }

  static List<UsedChart> of(Subject subject) {
    UsedCharts found = new UsedCharts(subject.tree());
    switch (subject.plan()) {
      case Plan.Chart chart ->
          ChartDescription.read(subject.tree(), chart.folder())
              .ifPresent(description ->
                  found.charts.add(new UsedChart(description, Optional.empty(), Optional.empty())));
      case Plan.Kustomization kustomization -> found.visit(kustomization.folder());
      case Plan.ComponentChart _, Plan.HelmSource _ ->
          found
              .rendered(subject.objects())
              .ifPresent(description ->
                  found.charts.add(new UsedChart(description, Optional.empty(), Optional.empty())));
      case Plan.ComponentManifests _, Plan.ManifestFolder _ -> {}
    }
    return found.charts;
  }

  /** The outermost chart around what made the objects, where it lies in the repository. */
  private Optional<ChartDescription> rendered(List<KubernetesObject> objects) {
    return objects.stream()
        .filter(object -> object.origin().release().isPresent())
        .map(object -> TreePath.parent(object.origin().place().file()))
        .distinct()
        .flatMap(folder ->
            Stream.iterate(folder, above -> !above.equals(TreePath.ROOT), TreePath::parent))
        .flatMap(folder -> ChartDescription.read(tree, folder).stream())
        .min(Comparator.comparingInt(description -> description.folder().length()));
  }

  /** A kustomization and the local ones below it. */
  private void visit(String folder) {
    if (!visited.add(folder)) {
      return;
    }
    for (String name : KUSTOMIZATION_FILES) {
      Optional<MapNode> file = ChartDescription.map(tree, TreePath.join(folder, name));
      if (file.isPresent()) {
        addCharts(folder, file.get());
        for (String list : List.of("resources", "bases", "components")) {
          texts(file.get().get(list)).stream()
              .flatMap(path -> TreePath.resolve(folder, path).stream())
              .filter(tree::isFolder)
              .forEach(this::visit);
        }
        return;
      }
    }
  }

  private static List<String> texts(@Nullable Node node) {
    return node instanceof ListNode list
        ? list.items().stream().flatMap(item -> Nodes.text(item).stream()).toList()
        : List.of();
  }

  private void addCharts(String folder, MapNode kustomization) {
    String home =
        kustomization.get("helmGlobals") instanceof MapNode globals
            ? Nodes.text(globals.get("chartHome")).orElse("charts")
            : "charts";
    for (MapNode entry : Nodes.maps(kustomization.get("helmCharts")).toList()) {
      String name = Nodes.text(entry.get("name")).orElse("");
      TreePath.resolve(folder, home + "/" + name)
          .flatMap(path -> ChartDescription.read(tree, path))
          .ifPresent(description ->
              charts.add(
                  new UsedChart(
                      description,
                      entry.get("version") instanceof ScalarNode version
                          ? Optional.of(version)
                          : Optional.empty(),
                      Nodes.text(entry.get("releaseName")).or(() -> Optional.of(name)))));
    }
  }
}
