package io.agentsrender.cli.local;

import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a command works.
 *
 * @param root the repository's folder
 * @param path the application's path inside it
 */
public record Repository(Path root, String path) {
  private static final String ORIGIN = "[remote \"origin\"]";
  private static final Pattern URL = Pattern.compile("\\s*url\\s*=\\s*(\\S+)\\s*");

  /**
   * The repository around {@code path}: the nearest folder upwards that has a {@code .git} or an
   * {@code agents-render.yaml}, or the path itself where there is none.
   */
  public static Repository find(Path workingFolder, String path, Optional<String> chosenRoot) {
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

  /** The URL that git calls origin; empty where the folder is no clone, or has no such remote. */
  public Optional<String> origin() {
    Path config = root.resolve(".git/config");
    if (!Files.isRegularFile(config)) {
      return Optional.empty();
    }
    try {
      boolean inside = false;
      for (String line : Files.readAllLines(config)) {
        Matcher url = URL.matcher(line);
        if (line.startsWith("[")) {
          inside = line.startsWith(ORIGIN);
        } else if (inside && url.matches()) {
          return Optional.of(url.group(1));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path nearestRoot(Path target) {
    for (Path folder = target; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))
          || Files.exists(folder.resolve(RepositorySettingsReader.FILE))) {
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
