package io.agentsrender.gitops.helmfile;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.VisibleFiles;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Helmfiles of a repository: {@code helmfile.yaml} and the layer files it names. */
public final class HelmfileTree {
  public static final String ROOT_FILE = "helmfile.yaml";

  private static final Pattern LAYER = Pattern.compile("([0-9]+)[-_].*");

  private final SourceTree tree;
  private final Set<String> read = new LinkedHashSet<>();
  private final List<HelmfileRelease> releases = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private HelmfileTree(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * What the Helmfiles say.
   *
   * @param files all of them, in the order in which Helmfile goes through them
   * @param problems files that cannot be read as data
   */
  public record Found(List<String> files, List<HelmfileRelease> releases, List<Problem> problems) {
    public Found {
      files = List.copyOf(files);
      releases = List.copyOf(releases);
      problems = List.copyOf(problems);
    }

    /** The names of the releases of a layer. */
    public Set<String> namesOf(String layer) {
      Set<String> names = new LinkedHashSet<>();
      releases.stream()
          .filter(release -> release.layer().equals(layer))
          .forEach(release -> names.add(release.name()));
      return names;
    }
  }

  /** Reads every {@code helmfile.yaml} of a tree. */
  public static Found of(SourceTree tree) {
    HelmfileTree files = new HelmfileTree(tree);
    VisibleFiles.below(tree, TreePath.ROOT).stream()
        .filter(path -> TreePath.name(path).equals(ROOT_FILE))
        .forEach(path -> files.read(path, Map.of()));
    return new Found(List.copyOf(files.read), files.releases, files.problems);
  }

  private void read(String path, Map<String, String> known) {
    Optional<Content> content = tree.file(path);
    if (content.isEmpty() || !read.add(path)) {
      return;
    }
    try {
      for (Node document : YamlReader.of(Dialect.HELM).all(content.get(), path)) {
        if (document instanceof MapNode map) {
          document(map, path, known);
        }
      }
    } catch (YamlException e) {
      problems.addAll(
          e.problems().stream()
              .map(problem ->
                  problem
                      .withTried("reading a Helmfile as data")
                      .withAdvice("Keep {{ }} inside of strings, so that the file is plain YAML."))
              .toList());
    }
  }

  private void document(MapNode map, String path, Map<String, String> known) {
    Map<String, String> repositories = new HashMap<>(known);
    for (MapNode repository : maps(map, "repositories")) {
      repositories.put(
          text(repository, "name"),
          (isTrue(repository, "oci") ? "oci://" : "") + text(repository, "url"));
    }
    for (MapNode release : maps(map, "releases")) {
      releases.add(release(release, path, repositories));
    }
    if (map.get("helmfiles") instanceof ListNode list) {
      for (Node item : list.items()) {
        String file = item instanceof MapNode entry ? text(entry, "path") : plain(item);
        TreePath.resolve(TreePath.parent(path), file)
            .ifPresent(found -> files(found).forEach(each -> read(each, repositories)));
      }
    }
  }

  /** A name may be a pattern for the files of one folder. */
  private List<String> files(String path) {
    if (!path.contains("*")) {
      return List.of(path);
    }
    String folder = TreePath.parent(path);
    Pattern pattern =
        Pattern.compile(Pattern.quote(TreePath.name(path)).replace("*", "\\E[^/]*\\Q"));
    return tree.list(folder).stream()
        .filter(name -> pattern.matcher(name).matches())
        .map(name -> TreePath.join(folder, name))
        .toList();
  }

  private static HelmfileRelease release(
      MapNode release, String path, Map<String, String> repositories) {
    String chart = text(release, "chart");
    int slash = chart.indexOf('/');
    String repository = slash > 0 ? repositories.getOrDefault(chart.substring(0, slash), "") : "";
    Matcher layer = LAYER.matcher(TreePath.name(path));
    return new HelmfileRelease(
        layer.matches() ? layer.group(1) : "",
        text(release, "name"),
        text(release, "namespace"),
        chart,
        chart.startsWith("oci://") ? chart : repository,
        text(release, "version"),
        valueFiles(release),
        !"false".equals(text(release, "installed")),
        release.position());
  }

  private static List<String> valueFiles(MapNode release) {
    return release.get("values") instanceof ListNode list
        ? list.items().stream()
            .map(item -> item instanceof ScalarNode ? plain(item) : HelmfileRelease.INLINE)
            .toList()
        : List.of();
  }

  private static List<MapNode> maps(MapNode map, String key) {
    return map.get(key) instanceof ListNode list
        ? list.items().stream().filter(MapNode.class::isInstance).map(MapNode.class::cast).toList()
        : List.of();
  }

  private static boolean isTrue(MapNode map, String key) {
    return text(map, key).equals("true");
  }

  private static String text(MapNode map, String key) {
    return FieldPath.of(key).text(map).orElse("");
  }

  private static String plain(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
