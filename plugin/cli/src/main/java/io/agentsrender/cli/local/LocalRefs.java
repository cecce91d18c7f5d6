package io.agentsrender.cli.local;

import io.agentsrender.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refs that stand for folders of this machine: {@code --ref values=../values}. */
public final class LocalRefs {
  private LocalRefs() {}

  /**
   * The refs whose target is a folder here. A target of {@code .} and whatever is no folder keeps
   * its meaning: the application's own repository, a folder of it, or a URL.
   *
   * @param folder from which relative targets start
   */
  public static Map<String, SourceTree> among(Map<String, String> refs, Path folder) {
    Map<String, SourceTree> local = new LinkedHashMap<>();
    refs.forEach((name, target) -> {
      if (!target.equals(".") && isFolder(folder, target)) {
        local.put(name, SourceTree.ofFolder(folder.resolve(target)));
      }
    });
    return local;
  }

  private static boolean isFolder(Path folder, String target) {
    try {
      return !target.isEmpty() && Files.isDirectory(folder.resolve(target));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
