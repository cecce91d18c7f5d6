package io.agentsrender.cli;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command works.
 *
 * @param root the repository's folder
 * @param path the application's path inside it
 */
record Repository(Path root, String path) {
  /**
   * The repository around {@code path}: the nearest folder upwards that has a {@code .git}, or the
   * path itself where there is none.
   */
  static Repository find(Path workingFolder, String path, Optional<String> chosenRoot) {
    Path target = real(workingFolder, path);
    Path root =
        chosenRoot.map(chosen -> real(workingFolder, chosen)).orElseGet(() -> nearestRoot(target));
    if (!target.startsWith(root)) {
      throw new RenderException(
          Problem.error(
                  "looking for the application at " + path,
                  "it is not inside the repository " + root)
              .withAdvice("Name a folder inside the repository, or another --root."));
    }
    return new Repository(
        root,
        root.relativize(target).toString().replace(target.getFileSystem().getSeparator(), "/"));
  }

  private static Path nearestRoot(Path target) {
    for (Path folder = target; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return target;
  }

  private static Path real(Path workingFolder, String path) {
    try {
      return workingFolder.resolve(path).toRealPath();
    } catch (IOException e) {
      throw new RenderException(
          Problem.error("looking for the application at " + path, "there is no such folder"), e);
    }
  }
}
