package io.agentsrender.gitops.layering;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentSource.Chart;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.repository.Environment;
import io.agentsrender.gitops.repository.Layout;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.gitops.repository.ValuesSettings;
import io.agentsrender.gitops.repository.ValuesSettings.ComponentFiles;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value files of a component, weakest first: those of the layout for its environment, or those
 * it names itself.
 */
public final class ValueLayers {
  private static final String REF_VALUES = "$values/";
  private static final List<String> PLACEHOLDERS =
      List.of(
          "env", "valuesEnvironment", "namespace", "domain", "name", "clusterType", "nodeProfile");

  private final SourceTree tree;
  private final RepositorySettings settings;
  private final Environments environments;

  public ValueLayers(SourceTree tree, RepositorySettings settings) {
    this.tree = tree;
    this.settings = settings;
    this.environments = new Environments(tree, settings);
  }

  /**
   * Which component in which environment.
   *
   * @param folder of the component
   * @param chartFolder where its chart stands in this repository; absent where it is elsewhere
   * @param environment absent where none was named
   * @param namespace the destination; empty where unknown
   */
  public record Wanted(
      Component component,
      String folder,
      Optional<String> chartFolder,
      Optional<String> environment,
      String namespace) {}

  /**
   * The environment that is wanted: the one that is named, or the one whose folder the component
   * stands in.
   *
   * @throws RenderException where there is no such environment, or it is another's component
   */
  public Optional<Environment> environment(Wanted wanted) {
    Optional<String> owner = Environments.ofPath(wanted.folder());
    Optional<String> named = wanted.environment();
    if (owner.isPresent() && named.isPresent() && !owner.equals(named)) {
      throw new RenderException(
          Problem.error(
                  tried(wanted),
                  "it belongs to environment \"" + owner.get() + "\", not \"" + named.get() + "\"")
              .withPlace(wanted.component().at())
              .withAdvice("Leave the parameter environment out, or render another component."));
    }
    return named.or(() -> owner).map(environments::named);
  }

  private static String tried(Wanted wanted) {
    return "layering the values of component \"" + wanted.component().name() + "\"";
  }

  /**
   * The value files.
   *
   * @throws RenderException where the environment is missing or unknown, or a path is wrong
   */
  public List<ValueFileName> files(Wanted wanted, Chart chart) {
    Optional<Environment> environment =
        wanted.component().isClusterWide() ? Optional.empty() : environment(wanted);
    Placeholders placeholders = placeholders(wanted, environment);
    List<ValueFileName> files = new ArrayList<>();
    boolean append = settings.values().componentFiles() == ComponentFiles.APPEND;
    if (append || chart.valueFiles().isEmpty()) {
      files.addAll(layers(wanted, environment, placeholders, chart));
    }
    for (PlacedText written : chart.valueFiles().orElse(List.of())) {
      if (!append || written.text().startsWith(REF_VALUES)) {
        files.add(ofComponent(wanted, written, placeholders, chart));
      }
    }
    return files;
  }

  private static Placeholders placeholders(Wanted wanted, Optional<Environment> environment) {
    Map<String, String> values = new HashMap<>();
    values.put("name", wanted.component().name().text());
    values.put("domain", wanted.component().domain().text());
    String namespace =
        wanted.namespace().isEmpty()
            ? environment.flatMap(Environment::namespace).orElse("")
            : wanted.namespace();
    if (!namespace.isEmpty()) {
      values.put("namespace", namespace);
    }
    environment.ifPresent(chosen -> {
      values.put("env", chosen.name());
      values.put("valuesEnvironment", chosen.valuesEnvironment().orElse(chosen.name()));
      chosen.clusterType().ifPresent(type -> values.put("clusterType", type));
      chosen.nodeProfile().ifPresent(profile -> values.put("nodeProfile", profile));
    });
    return new Placeholders(PLACEHOLDERS, values);
  }

  private List<ValueFileName> layers(
      Wanted wanted, Optional<Environment> environment, Placeholders placeholders, Chart chart) {
    List<ValueFileName> files = new ArrayList<>();
    for (PlacedText layer : templates(wanted, environment)) {
      Optional<Position> at = layer.at().line() == 0 ? Optional.empty() : Optional.of(layer.at());
      List<String> missing = placeholders.missing(layer.text(), at);
      if (missing.contains("env") || missing.contains("valuesEnvironment")) {
        throw environments.missing(tried(wanted));
      }
      if (missing.isEmpty()) {
        String path = placeholders.fill(layer.text(), at);
        String full = path.startsWith("/") ? path : "/" + rooted(path);
        files.add(
            new ValueFileName(full, List.of(full), chart.ignoreMissingValueFiles(), "layer", at));
      }
    }
    return files;
  }

  private String rooted(String path) {
    return TreePath.join(settings.values().root(), path);
  }

  private List<PlacedText> templates(Wanted wanted, Optional<Environment> environment) {
    ValuesSettings values = settings.values();
    boolean clusterWide = wanted.component().isClusterWide();
    if (!values.layers().isEmpty()) {
      return clusterWide ? values.clusterLayers() : values.layers();
    }
    Layout layout =
        environment
            .map(chosen -> environments.layout(chosen.valuesEnvironment().orElse(chosen.name())))
            .or(() -> values.layout().flatMap(name -> Layout.named(name.text())))
            .orElse(Layout.SHARED_ENVIRONMENT);
    Position builtIn = Position.ofFile("layout " + layout.title());
    return (clusterWide ? layout.clusterLayers() : layout.layers())
        .stream().map(path -> new PlacedText(path, builtIn)).toList();
  }

  private ValueFileName ofComponent(
      Wanted wanted, PlacedText written, Placeholders placeholders, Chart chart) {
    Optional<Position> at = Optional.of(written.at());
    List<String> missing = placeholders.missing(written.text(), at);
    if (missing.contains("env") || missing.contains("valuesEnvironment")) {
      throw environments.missing(tried(wanted));
    }
    if (!missing.isEmpty()) {
      throw new RenderException(
          Problem.error(
                  tried(wanted),
                  "the value file \""
                      + written
                      + "\" needs "
                      + String.join(", ", missing)
                      + ", which has no value here")
              .withPlace(written.at())
              .withAdvice("Set it for the environment in agents-render.yaml."));
    }
    String path = placeholders.fill(written.text(), at);
    return new ValueFileName(
        path, candidates(wanted, path), chart.ignoreMissingValueFiles(), "component", at);
  }

  /** Where a path may lead, best first. */
  private List<String> candidates(Wanted wanted, String path) {
    if (path.startsWith("$") || path.startsWith("/")) {
      return List.of(path);
    }
    for (String prefix : settings.values().oldPrefixes()) {
      if (path.startsWith(prefix) && !tree.exists(prefix.replaceFirst("/+$", ""))) {
        return List.of("/" + path.substring(prefix.length()));
      }
    }
    List<String> candidates = new ArrayList<>();
    candidates.add("/" + TreePath.join(wanted.folder(), path));
    if (!path.startsWith("..")) {
      candidates.add("/" + path);
    }
    wanted.chartFolder().ifPresent(chart -> candidates.add("/" + TreePath.join(chart, path)));
    return candidates.stream().distinct().toList();
  }
}
