package io.agentsrender.gitops.application;

import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.VisibleFiles;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the Applications and ApplicationSets in the files of a repository. */
public final class ApplicationFiles {
  private static final String GROUP = "argoproj.io/";
  private static final String KIND = "Application";

  private final SourceTree tree;
  private final List<MapNode> applications = new ArrayList<>();
  private final List<MapNode> sets = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private ApplicationFiles(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * What was found, in the order of the files.
   *
   * @param sets ApplicationSets
   * @param problems files that should hold some and cannot be read
   */
  public record Found(List<MapNode> applications, List<MapNode> sets, List<Problem> problems) {
    public Found {
      applications = List.copyOf(applications);
      sets = List.copyOf(sets);
      problems = List.copyOf(problems);
    }
  }

  /** All below a folder, or those of one file. */
  public static Found below(SourceTree tree, String path) {
    ApplicationFiles files = new ApplicationFiles(tree);
    if (tree.isFolder(path)) {
      VisibleFiles.below(tree, path).stream().filter(ApplicationFiles::isYaml).forEach(files::read);
    } else {
      files.read(path);
    }
    return new Found(files.applications, files.sets, files.problems);
  }

  private static boolean isYaml(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }

  private void read(String path) {
    Content content = tree.file(path).orElse(null);
    if (content == null) {
      return;
    }
    String text = content.text();
    if (!text.contains(GROUP) || !text.contains(KIND)) {
      return;
    }
    try {
      YamlReader.of(Dialect.HELM).all(content, path).forEach(this::add);
    } catch (YamlException e) {
      problems.addAll(e.problems().stream().map(problem -> explained(problem, text)).toList());
    }
  }

  /** Whoever puts control blocks of templates around YAML learns that kubectl refuses them, too. */
  private static Problem explained(Problem problem, String text) {
    boolean templated = text.contains("{{-") || text.contains("{{ if") || text.contains("{{ range");
    return templated
        ? problem
            .withTried("reading an ApplicationSet")
            .withAdvice(
                "An ApplicationSet must be plain YAML, or kubectl apply refuses it, too: keep"
                    + " {{ }} inside of strings, and move control blocks into templatePatch.")
        : problem.withTried("reading an Application");
  }

  private void add(Node document) {
    if (!(document instanceof MapNode map)) {
      return;
    }
    if (ArgoApplication.is(map)) {
      applications.add(map);
    } else if (ArgoApplication.isOfKind(map, "ApplicationSet")) {
      sets.add(map);
    } else if (map.get("items") instanceof ListNode items) {
      items.items().forEach(this::add);
    }
  }
}
