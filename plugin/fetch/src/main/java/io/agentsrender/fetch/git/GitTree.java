package io.agentsrender.fetch.git;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The files of a commit. Submodules are not followed and files of Git LFS not fetched: a submodule
 * is an empty folder, and to read a file in it, or one of LFS, is an error that says so.
 */
final class GitTree implements SourceTree {
  private static final Content NOTHING = Content.ofText("");
  private static final String LFS_START = "version https://git-lfs.github.com/spec/";
  private static final int LFS_MAX_BYTES = 1024;

  private final String repository;
  private final PackedTree packed;

  /** The same paths, with links and folders, but empty files. */
  private final SourceTree shape;

  private final List<String> submodules;
  private final ConcurrentMap<String, Optional<Content>> files = new ConcurrentHashMap<>();

  private GitTree(String repository, PackedTree packed, SourceTree shape, List<String> submodules) {
    this.repository = repository;
    this.packed = packed;
    this.shape = shape;
    this.submodules = submodules;
  }

  /**
   * A tree.
   *
   * @param repository for errors, as in {@code https://git.example.com/team/values at v1}
   */
  static GitTree of(String repository, PackedTree packed) {
    SourceTree.Builder shape = SourceTree.builder();
    List<String> submodules = new ArrayList<>();
    packed.visit(
        new PackedTree.Visitor() {
          @Override
          public void file(String path) {
            shape.file(path, NOTHING);
          }

          @Override
          public void link(String path, String target) {
            shape.link(path, target);
          }

          @Override
          public void submodule(String path) {
            shape.folder(path);
            submodules.add(path);
          }
        });
    return new GitTree(repository, packed, shape.build(), List.copyOf(submodules));
  }

  @Override
  public Optional<Content> file(String path) {
    return files.computeIfAbsent(path, this::read);
  }

  private Optional<Content> read(String path) {
    return realPath(path).flatMap(packed::file).map(content -> withoutPointers(path, content));
  }

  private Content withoutPointers(String path, Content content) {
    if (content.size() <= LFS_MAX_BYTES && content.text().startsWith(LFS_START)) {
      throw refused(
          path,
          "it is kept in Git LFS, and the repository itself holds only a pointer to it",
          "Keep what renders need in git itself.");
    }
    return content;
  }

  @Override
  public boolean isFolder(String path) {
    return realPath(path).map(shape::isFolder).orElse(false);
  }

  @Override
  public List<String> list(String folder) {
    return realPath(folder).map(shape::list).orElse(List.of());
  }

  @Override
  public Optional<String> realPath(String path) {
    requireOutsideSubmodules(path, path);
    Optional<String> real = shape.realPath(path);
    real.ifPresent(found -> requireOutsideSubmodules(path, found));
    return real;
  }

  private void requireOutsideSubmodules(String asked, String real) {
    for (String submodule : submodules) {
      if (TreePath.isWithin(submodule, real) && !real.equals(submodule)) {
        throw refused(
            asked,
            "it is in the submodule \"" + submodule + "\", and submodules are not followed",
            "Name the submodule's own repository as a source.");
      }
    }
  }

  private FetchException refused(String path, String reason, String advice) {
    return new FetchException(
        Kind.NOT_SUPPORTED,
        Problem.error("reading \"" + path + "\" of " + repository, reason)
            .withPlace(Position.ofFile(path))
            .withAdvice(advice));
  }

  @Override
  public String toString() {
    return "GitTree[" + repository + "]";
  }
}
