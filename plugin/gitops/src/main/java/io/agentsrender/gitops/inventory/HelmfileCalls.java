package io.agentsrender.gitops.inventory;

import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts and pipelines that would have Helmfile change a cluster. */
final class HelmfileCalls {
  private static final Pattern CALL =
      Pattern.compile(
          "(?:^|[^\\w./-])(?:[\\w./-]*/)?helmfile\\b[^|;&#]*?\\s(sync|apply|destroy)\\b");
  private static final Pattern COMMENT = Pattern.compile("\\s*#.*");
  private static final Set<String> ENDINGS =
      Set.of("sh", "bash", "zsh", "mk", "py", "rb", "js", "ts", "ps1");
  private static final Set<String> NAMES =
      Set.of(
          "makefile",
          "gnumakefile",
          "justfile",
          "jenkinsfile",
          "taskfile.yml",
          "taskfile.yaml",
          "package.json",
          ".gitlab-ci.yml");
  private static final Set<String> PIPELINES = Set.of(".github", ".circleci", ".buildkite", ".ci");
  private static final long LARGEST = 1L << 20;

  private final SourceTree tree;
  private final List<Problem> problems = new ArrayList<>();

  HelmfileCalls(SourceTree tree) {
    this.tree = tree;
  }

  List<Problem> found() {
    walk(TreePath.ROOT, false);
    return problems;
  }

  private void walk(String folder, boolean isPipeline) {
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      if (tree.isFolder(path)) {
        boolean pipeline = isPipeline || PIPELINES.contains(name);
        if ((pipeline || !name.startsWith("."))
            && tree.realPath(path).filter(path::equals).isPresent()) {
          walk(path, pipeline);
        }
      } else if (isPipeline && isYaml(name) || isScript(name)) {
        tree.file(path).filter(file -> file.size() <= LARGEST).ifPresent(file -> read(path, file));
      } else if (!name.contains(".")) {
        tree.file(path)
            .filter(file -> file.size() <= LARGEST && file.byteString().startsWith("#!"))
            .ifPresent(file -> read(path, file));
      }
    }
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static boolean isScript(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || ENDINGS.contains(lower.substring(lower.lastIndexOf('.') + 1));
  }

  private void read(String path, Content file) {
    List<String> lines = file.byteString().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher call = CALL.matcher(line);
      if (!COMMENT.matcher(line).matches() && call.find()) {
        problems.add(
            Problem.error(
                    "looking for calls of Helmfile",
                    "this calls helmfile " + call.group(1) + ", which changes a cluster")
                .withPlace(new Position(path, i + 1, line.indexOf("helmfile") + 1))
                .withAdvice(
                    "Helmfiles are render-only here: let Argo CD apply, and use helmfile"
                        + " template."));
      }
    }
  }
}
