package io.agentsrender.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A source tree held in memory as a map from path to bytes. */
final class MemoryTree implements SourceTree {
  /** As many links as Linux follows in one path before it gives up (ELOOP). */
  private static final int MAX_LINKS = 40;

  private final NavigableMap<String, Content> files;
  private final Map<String, String> links;
  private final Map<String, List<String>> folders;

  MemoryTree(NavigableMap<String, Content> files, Map<String, String> links, Set<String> folders) {
    this.files = files;
    this.links = links;
    Map<String, TreeSet<String>> names = new HashMap<>();
    names.put(TreePath.ROOT, new TreeSet<>());
    files.keySet().forEach(path -> addToFolders(names, path));
    links.keySet().forEach(path -> addToFolders(names, path));
    folders.forEach(path -> {
      addToFolders(names, path);
      names.computeIfAbsent(path, _ -> new TreeSet<>());
    });
    Map<String, List<String>> sorted = HashMap.newHashMap(names.size());
    names.forEach((folder, children) -> sorted.put(folder, List.copyOf(children)));
    this.folders = sorted;
  }

  private static void addToFolders(Map<String, TreeSet<String>> folders, String path) {
    String child = path;
    while (!child.isEmpty()) {
      String parent = TreePath.parent(child);
      boolean known = folders.containsKey(parent);
      folders.computeIfAbsent(parent, _ -> new TreeSet<>()).add(TreePath.name(child));
      if (known) {
        return;
      }
      child = parent;
    }
  }

  @Override
  public Optional<Content> file(String path) {
    Content direct = files.get(path);
    if (direct != null || links.isEmpty()) {
      return Optional.ofNullable(direct);
    }
    return realPath(path).map(files::get);
  }

  @Override
  public boolean isFolder(String path) {
    return folders.containsKey(path)
        || (!links.isEmpty() && realPath(path).map(folders::containsKey).orElse(false));
  }

  @Override
  public List<String> list(String folder) {
    List<String> direct = folders.get(folder);
    if (direct != null || links.isEmpty()) {
      return direct == null ? List.of() : direct;
    }
    return realPath(folder).map(real -> folders.getOrDefault(real, List.of())).orElse(List.of());
  }

  @Override
  public Optional<String> realPath(String path) {
    String resolved = path;
    for (int followed = 0; followed <= MAX_LINKS; followed++) {
      String link = firstLink(resolved);
      if (link == null) {
        return files.containsKey(resolved) || folders.containsKey(resolved)
            ? Optional.of(resolved)
            : Optional.empty();
      }
      String rest = resolved.substring(link.length());
      resolved = TreePath.join(target(link), rest.startsWith("/") ? rest.substring(1) : rest);
    }
    throw new RenderException(
        Problem.error("reading \"" + path + "\"", "too many symbolic links, or links in a circle")
            .withPlace(Position.ofFile(path)));
  }

  private String target(String link) {
    String target = links.getOrDefault(link, "");
    Optional<String> inside =
        target.startsWith("/") ? Optional.empty() : TreePath.resolve(TreePath.parent(link), target);
    return inside.orElseThrow(() -> escape(link, target));
  }

  static RenderException escape(String link, String target) {
    return new RenderException(
        Problem.error(
                "reading \"" + link + "\"",
                "it is a symbolic link to \"" + target + "\", which leads out of the repository")
            .withPlace(Position.ofFile(link))
            .withAdvice(
                "Replace the link by the file it means, or by a link inside the repository."));
  }

  private @Nullable String firstLink(String path) {
    int end = path.indexOf('/');
    while (true) {
      String prefix = end < 0 ? path : path.substring(0, end);
      if (links.containsKey(prefix)) {
        return prefix;
      }
      if (end < 0) {
        return null;
      }
      end = path.indexOf('/', end + 1);
    }
  }

  @Override
  public String toString() {
    return "MemoryTree" + new ArrayList<>(folders.getOrDefault(TreePath.ROOT, List.of()));
  }
}
