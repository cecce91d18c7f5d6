package io.agentsrender.render.manifest;

import com.google.re2j.Pattern;
import io.agentsrender.gitops.component.ComponentFile;
import io.agentsrender.render.plan.FileSelection;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that Argo CD takes for manifests (getPotentiallyValidManifests). Links to folders are
 * not followed.
 */
final class ManifestFiles {
  private static final Pattern MANIFEST = Pattern.compile("(?s).*\\.(yaml|yml|json|jsonnet)");

  private final SourceTree tree;
  private final FileSelection selection;
  private final @Nullable Pattern include;
  private final @Nullable Pattern exclude;

  ManifestFiles(SourceTree tree, FileSelection selection) {
    this.tree = tree;
    this.selection = selection;
    this.include = pattern(selection.include());
    this.exclude = pattern(selection.exclude());
  }

  private static @Nullable Pattern pattern(String glob) {
    return glob.isEmpty()
        ? null
        : DirectoryGlob.compile(glob).orElse(Pattern.compile("[^\\x00-\\x{10FFFF}]"));
  }

  /** Their paths in the tree, in lexical order. */
  List<String> below(String folder) {
    List<String> found = new ArrayList<>();
    walk(folder, "", found);
    return found;
  }

  private void walk(String root, String below, List<String> found) {
    String folder = TreePath.join(root, below);
    for (String name : tree.list(folder)) {
      String relative = TreePath.join(below, name);
      String path = TreePath.join(root, relative);
      if (tree.isFolder(path)) {
        if (selection.recurse() && isNoLink(path)) {
          walk(root, relative, found);
        }
      } else if (MANIFEST.matches(name)
          && !ComponentFile.is(name)
          && isSelected(relative)
          && tree.file(path).isPresent()) {
        found.add(path);
      }
    }
  }

  private boolean isNoLink(String path) {
    Optional<String> real = tree.realPath(path);
    Optional<String> parent = tree.realPath(TreePath.parent(path));
    return real.isPresent()
        && parent.isPresent()
        && real.get().equals(TreePath.join(parent.get(), TreePath.name(path)));
  }

  private boolean isSelected(String relative) {
    return (exclude == null || !exclude.matches(relative))
        && (include == null || include.matches(relative));
  }
}
