package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.gitops.applicationset.generator.parameter.Failures;
import io.agentsrender.gitops.applicationset.generator.parameter.Parameters;
import io.agentsrender.gitops.applicationset.template.Names;
import io.agentsrender.gitops.applicationset.template.TextTemplates;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Files or folders of a git repository. */
final class GitGenerator implements Generator {
  /** Argo CD names the root of a repository so. */
  private static final String ROOT = ".";

  private final TextTemplates texts;
  private final GitTrees trees;

  GitGenerator(TextTemplates texts, GitTrees trees) {
    this.texts = texts;
    this.trees = trees;
  }

  @Override
  public List<GoMap> generate(MapNode settings) {
    SourceTree tree =
        trees.find(Parameters.field(settings, "repoURL"), Parameters.field(settings, "revision"));
    if (settings.get("directories") instanceof ListNode folders && folders.size() > 0) {
      return folders(tree, folders, settings);
    }
    if (settings.get("files") instanceof ListNode files && files.size() > 0) {
      return files(tree, files, settings);
    }
    throw Failures.at(
        settings, "ApplicationSet is empty", "Name directories or files of the repository.");
  }

  private static boolean isExcluded(MapNode item) {
    return item.get("exclude") instanceof ScalarNode scalar && Boolean.TRUE.equals(scalar.value());
  }

  private static List<MapNode> items(ListNode list) {
    return list.items().stream()
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .toList();
  }

  private List<GoMap> folders(SourceTree tree, ListNode wanted, MapNode settings) {
    List<GoMap> sets = new ArrayList<>();
    for (String folder : allFolders(tree)) {
      boolean included = false;
      boolean excluded = false;
      for (MapNode item : items(wanted)) {
        boolean matches = GoPathMatch.matches(Parameters.field(item, "path"), folder);
        included |= matches && !isExcluded(item);
        excluded |= matches && isExcluded(item);
      }
      if (included && !excluded) {
        GoMap parameters = new GoMap();
        addPath(parameters, folder, "", settings);
        Parameters.addValues(parameters, settings.get("values"), texts);
        sets.add(parameters);
      }
    }
    return sets;
  }

  /** Those whose name starts with a dot are hidden, with all below them. */
  private static List<String> allFolders(SourceTree tree) {
    List<String> all = new ArrayList<>();
    addFolders(tree, TreePath.ROOT, all);
    return all;
  }

  private static void addFolders(SourceTree tree, String folder, List<String> all) {
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      if (!name.startsWith(".") && tree.isFolder(path) && isNoLink(tree, path)) {
        all.add(path);
        addFolders(tree, path, all);
      }
    }
  }

  /** Neither git nor a walk follows links to folders. */
  private static boolean isNoLink(SourceTree tree, String path) {
    return tree.realPath(path).filter(path::equals).isPresent();
  }

  private List<GoMap> files(SourceTree tree, ListNode wanted, MapNode settings) {
    List<String> all = new ArrayList<>();
    addFiles(tree, TreePath.ROOT, all);
    TreeSet<String> chosen = new TreeSet<>();
    for (boolean excluding : new boolean[] {false, true}) {
      for (MapNode item : items(wanted)) {
        if (isExcluded(item) == excluding) {
          GitPathspec pathspec = GitPathspec.of(Parameters.field(item, "path"));
          List<String> found = all.stream().filter(pathspec::matches).toList();
          if (excluding) {
            found.forEach(chosen::remove);
          } else {
            chosen.addAll(found);
          }
        }
      }
    }
    List<GoMap> sets = new ArrayList<>();
    for (String file : chosen) {
      sets.addAll(ofFile(tree, file, settings));
    }
    return sets;
  }

  private static void addFiles(SourceTree tree, String folder, List<String> all) {
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      if (tree.isFolder(path)) {
        if (!name.equals(".git") && isNoLink(tree, path)) {
          addFiles(tree, path, all);
        }
      } else if (tree.file(path).isPresent()) {
        all.add(path);
      }
    }
  }

  private List<GoMap> ofFile(SourceTree tree, String file, MapNode settings) {
    List<GoMap> sets = new ArrayList<>();
    for (MapNode object : objects(tree, file, settings)) {
      GoMap parameters = new GoMap();
      if (Parameters.of(object) instanceof GoMap fields) {
        if (texts.isGoTemplate()) {
          fields.forEach(parameters::put);
        } else {
          Parameters.flattened(fields)
              .forEach((name, value) -> parameters.put(name, Parameters.text(value)));
        }
      }
      String folder = TreePath.parent(file);
      addPath(parameters, folder.isEmpty() ? ROOT : folder, TreePath.name(file), settings);
      Parameters.addValues(parameters, settings.get("values"), texts);
      sets.add(parameters);
    }
    return sets;
  }

  /** A file is one object, which may be empty, or a list of objects. */
  private static List<MapNode> objects(SourceTree tree, String file, MapNode settings) {
    Node root;
    try {
      root = YamlReader.of(Dialect.HELM).first(tree.file(file).orElseThrow(), file);
    } catch (YamlException e) {
      throw Failures.at(
          settings,
          "unable to process file '"
              + file
              + "': unable to parse file: error converting YAML to JSON: "
              + e.goText());
    }
    return switch (root) {
      case MapNode map -> List.of(map);
      case ScalarNode scalar when scalar.isNull() ->
          List.of(new MapNode(List.of(), scalar.position()));
      case ListNode list when list.items().stream().allMatch(MapNode.class::isInstance) ->
          items(list);
      default ->
          throw Failures.at(
              root,
              "unable to process file '"
                  + file
                  + "': unable to parse file: it is "
                  + root.describe(),
              "Write one object, or a list of objects.");
    };
  }

  /**
   * Adds {@code path} and what is made of it.
   *
   * @param file its name; empty for a folder
   */
  private void addPath(GoMap parameters, String folder, String file, MapNode settings) {
    String prefix = Parameters.field(settings, "pathParamPrefix");
    String base = TreePath.name(folder);
    List<String> segments = Arrays.asList(folder.split("/", -1));
    if (texts.isGoTemplate()) {
      GoMap path = new GoMap();
      Parameters.put(path, "path", folder);
      Parameters.put(path, "basename", base);
      Parameters.put(path, "basenameNormalized", normalised(base));
      if (!file.isEmpty()) {
        Parameters.put(path, "filename", file);
        Parameters.put(path, "filenameNormalized", normalised(file));
      }
      path.put(
          "segments",
          GoSlice.copyOf(GoTypes.STRINGS, segments.stream().map(GoString::encode).toList()));
      if (prefix.isEmpty()) {
        parameters.put("path", path);
      } else {
        GoMap outer = new GoMap();
        outer.put("path", path);
        parameters.put(GoString.encode(prefix), outer);
      }
      return;
    }
    String name = prefix.isEmpty() ? "path" : prefix + ".path";
    Parameters.put(parameters, name, folder);
    Parameters.put(parameters, name + ".basename", base);
    Parameters.put(parameters, name + ".basenameNormalized", normalised(base));
    if (!file.isEmpty()) {
      Parameters.put(parameters, name + ".filename", file);
      Parameters.put(parameters, name + ".filenameNormalized", normalised(file));
    }
    for (int i = 0; i < segments.size(); i++) {
      if (!segments.get(i).isEmpty()) {
        Parameters.put(parameters, name + "[" + i + "]", segments.get(i));
      }
    }
  }

  private static String normalised(String name) {
    return Names.normalised(GoString.encode(name));
  }
}
