package io.agentsrender.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder of this machine as a source tree. What was read once stays as it was, so that one render
 * sees one state.
 */
final class FolderTree implements SourceTree {
  private final Path root;
  private final ConcurrentHashMap<String, Optional<Content>> files = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, List<String>> folders = new ConcurrentHashMap<>();

  FolderTree(Path folder) {
    try {
      this.root = folder.toRealPath();
    } catch (IOException e) {
      throw unreadable(folder.toString(), e);
    }
  }

  @Override
  public Optional<Content> file(String path) {
    return files.computeIfAbsent(path, this::read);
  }

  private Optional<Content> read(String path) {
    Optional<Path> real = real(path);
    if (real.isEmpty() || !Files.isRegularFile(real.get())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Content.ofOwned(Files.readAllBytes(real.get())));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public boolean isFolder(String path) {
    return real(path).map(Files::isDirectory).orElse(false);
  }

  @Override
  public List<String> list(String folder) {
    return folders.computeIfAbsent(folder, this::names);
  }

  private List<String> names(String folder) {
    Optional<Path> real = real(folder);
    if (real.isEmpty() || !Files.isDirectory(real.get())) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(real.get())) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  @Override
  public Optional<String> realPath(String path) {
    return real(path)
        .map(real ->
            root.relativize(real).toString().replace(real.getFileSystem().getSeparator(), "/"));
  }

  private Optional<Path> real(String path) {
    Path file = path.isEmpty() ? root : root.resolve(path);
    Path real;
    try {
      real = file.toRealPath();
    } catch (FileSystemException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    if (!real.startsWith(root)) {
      throw MemoryTree.escape(path, real.toString());
    }
    return Optional.of(real);
  }

  private static RenderException unreadable(String path, IOException cause) {
    return new RenderException(
        Problem.error("reading \"" + path + "\"", reason(cause)).withPlace(Position.ofFile(path)),
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof java.nio.file.NoSuchFileException) {
      return "no such file or folder";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public String toString() {
    return "FolderTree[" + root + "]";
  }
}
