package io.agentsrender.helm.load;

import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the files of a chart folder in lexical order (chart/loader/directory.go). */
final class FolderChartFiles {
  private final SourceTree tree;
  private final String folder;
  private final Allowance allowance;
  private final IgnoreRules rules;
  private final List<ChartFile> files = new ArrayList<>();

  private FolderChartFiles(SourceTree tree, String folder, Allowance allowance) {
    this.tree = tree;
    this.folder = folder;
    this.allowance = allowance;
    String ignoreFile = TreePath.join(folder, IgnoreRules.FILE_NAME);
    this.rules =
        IgnoreRules.of(
            tree.file(ignoreFile)
                .map(content -> ChartFile.of("", "", content).content().text())
                .orElse(""),
            ignoreFile);
  }

  static List<ChartFile> read(SourceTree tree, String folder, Allowance allowance) {
    FolderChartFiles reader = new FolderChartFiles(tree, folder, allowance);
    reader.walk("", 0);
    return List.copyOf(reader.files);
  }

  private void walk(String path, int depth) {
    if (depth > allowance.limits().depth()) {
      throw refused(path, "its folders nest deeper than " + allowance.limits().depth() + " levels");
    }
    for (String name : tree.list(TreePath.join(folder, path))) {
      String child = TreePath.join(path, name);
      String source = TreePath.join(folder, child);
      if (tree.isFolder(source)) {
        if (!rules.ignores(child, true)) {
          walk(child, depth + 1);
        }
      } else if (!rules.ignores(child, false)) {
        add(child, source);
      }
    }
  }

  private void add(String path, String source) {
    Optional<Content> content = tree.file(source);
    if (content.isEmpty()) {
      throw refused(
          path,
          tree.realPath(source).isEmpty()
              ? "error evaluating symlink " + path + ": it leads to nothing in the repository"
              : "cannot load irregular file " + path + ": it is neither a file nor a folder");
    }
    int size = content.get().size();
    if (size > allowance.limits().fileBytes()) {
      throw refused(
          path,
          "chart file \""
              + TreePath.name(path)
              + "\" is larger than the maximum file size "
              + allowance.limits().fileBytes());
    }
    allowance.take(size, folder);
    files.add(ChartFile.of(path, source, content.get()));
  }

  private RenderException refused(String path, String reason) {
    return new RenderException(
        Problem.error("loading the chart in " + TreePath.describe(folder), reason)
            .withPlace(Position.ofFile(TreePath.join(folder, path)))
            .withAdvice("List in .helmignore what does not belong to the chart."));
  }
}
