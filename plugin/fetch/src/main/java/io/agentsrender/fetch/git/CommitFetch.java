package io.agentsrender.fetch.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.git.connection.GitConnector;
import io.agentsrender.fetch.git.connection.GitQuestion;
import io.agentsrender.fetch.http.HttpFailure;
import io.agentsrender.source.Content;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Fetches one commit without its history, in memory, and packs its files. */
final class CommitFetch {
  private static final String FETCHED = "refs/fetched";

  /** Text packs to some quarter of its size. */
  private static final int UNPACKED_RATIO = 4;

  private static final int MAX_FILES = 200_000;

  private final GitConnector connector;
  private final long maxBytes;

  CommitFetch(GitConnector connector, long maxBytes) {
    this.connector = connector;
    this.maxBytes = maxBytes;
  }

  long maxBytes() {
    return maxBytes;
  }

  /**
   * The commit's files, for {@link PackedTree}.
   *
   * @throws FetchException where they cannot be had, or are too large
   */
  Content packed(GitQuestion question, GitSource.Commit commit) {
    try (InMemoryRepository local = new InMemoryRepository(new DfsRepositoryDescription())) {
      ObjectId id = ObjectId.fromString(commit.id());
      fetch(question, local, commit.ref().isEmpty() ? commit.id() : commit.ref());
      if (!holds(local, id)) {
        // The branch has moved on since it was looked up.
        fetch(question, local, commit.id());
      }
      return pack(question, local, id);
    } catch (IOException e) {
      throw FetchException.of(
          Kind.MALFORMED,
          question.tried(),
          "what the server sent cannot be read: " + e.getMessage(),
          "Try again, and ask whoever runs the server if it stays.");
    }
  }

  private void fetch(GitQuestion question, InMemoryRepository local, String wanted) {
    RefSpec what = new RefSpec("+" + wanted + ":" + FETCHED);
    connector.talk(
        question,
        local,
        transport -> {
          transport.setDepth(1);
          transport.setTagOpt(TagOpt.NO_TAGS);
          return transport.fetch(NullProgressMonitor.INSTANCE, List.of(what));
        });
  }

  private static boolean holds(InMemoryRepository local, ObjectId commit) throws IOException {
    try (ObjectReader reader = local.newObjectReader()) {
      return reader.has(commit);
    }
  }

  private Content pack(GitQuestion question, InMemoryRepository local, ObjectId commit)
      throws IOException {
    TreePacker packer = new TreePacker();
    long left = maxBytes * UNPACKED_RATIO;
    int files = 0;
    try (ObjectReader reader = local.newObjectReader();
        RevWalk commits = new RevWalk(reader);
        TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(commits.parseCommit(commit).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        String path = new String(walk.getRawPath(), UTF_8);
        FileMode mode = walk.getFileMode(0);
        if (mode == FileMode.GITLINK) {
          packer.submodule(path);
          continue;
        }
        byte[] content = content(question, reader, walk.getObjectId(0), left);
        left -= content.length;
        if (++files > MAX_FILES) {
          throw tooManyFiles(question);
        }
        if (mode == FileMode.SYMLINK) {
          packer.link(path, content);
        } else {
          packer.file(path, content);
        }
      }
    }
    return packer.finish();
  }

  private byte[] content(GitQuestion question, ObjectReader reader, ObjectId id, long left)
      throws IOException {
    ObjectLoader loader = reader.open(id);
    if (loader.getSize() > Math.min(left, Integer.MAX_VALUE - 8)) {
      throw HttpFailure.tooLarge(
          question.tried(),
          "the unpacked content of " + question.address(),
          maxBytes * UNPACKED_RATIO);
    }
    return loader.getCachedBytes(Integer.MAX_VALUE);
  }

  private static FetchException tooManyFiles(GitQuestion question) {
    return FetchException.of(
        Kind.TOO_LARGE,
        question.tried(),
        "the repository has more than " + MAX_FILES + " files",
        "Keep what is needed from it in a smaller repository.");
  }
}
