package io.agentsrender.fetch.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;

/** A git repository that tests fill with commits. */
public final class TestRepository {
  private static final PersonIdent NOBODY =
      new PersonIdent("Test", "test@example.com", Instant.EPOCH, ZoneOffset.UTC);

  private final Repository repository;

  private TestRepository(Repository repository) {
    this.repository = repository;
  }

  /** An empty one in memory, whose default branch is {@code main}. */
  public static TestRepository inMemory(String name) {
    return of(new InMemoryRepository(new DfsRepositoryDescription(name)));
  }

  /** One that is kept somewhere already. */
  public static TestRepository of(Repository repository) {
    try {
      repository.updateRef(Constants.HEAD, false).link("refs/heads/main");
      return new TestRepository(repository);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Repository repository() {
    return repository;
  }

  /** A commit on a branch, with these files and nothing else; gives its id. */
  public String commit(String branch, Map<String, String> files) {
    return commit(branch, files, Map.of(), Map.of());
  }

  /**
   * A commit on a branch.
   *
   * @param submodules path to commit
   */
  public String commit(
      String branch,
      Map<String, String> files,
      Map<String, String> links,
      Map<String, String> submodules) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      Map<String, DirCacheEntry> entries = new TreeMap<>();
      for (Map.Entry<String, String> file : files.entrySet()) {
        put(entries, file.getKey(), FileMode.REGULAR_FILE, blob(inserter, file.getValue()));
      }
      for (Map.Entry<String, String> link : links.entrySet()) {
        put(entries, link.getKey(), FileMode.SYMLINK, blob(inserter, link.getValue()));
      }
      for (Map.Entry<String, String> module : submodules.entrySet()) {
        put(entries, module.getKey(), FileMode.GITLINK, ObjectId.fromString(module.getValue()));
      }
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      entries.values().forEach(builder::add);
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setAuthor(NOBODY);
      commit.setCommitter(NOBODY);
      commit.setMessage("Change " + files.size() + " files");
      ObjectId parent = repository.resolve("refs/heads/" + branch);
      if (parent != null) {
        commit.setParentId(parent);
      }
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      point("refs/heads/" + branch, id);
      return id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectId blob(ObjectInserter inserter, String text) throws IOException {
    return inserter.insert(Constants.OBJ_BLOB, text.getBytes(UTF_8));
  }

  private static void put(
      Map<String, DirCacheEntry> entries, String path, FileMode mode, ObjectId id) {
    DirCacheEntry entry = new DirCacheEntry(path);
    entry.setFileMode(mode);
    entry.setObjectId(id);
    entries.put(path, entry);
  }

  /** A tag that is only a name. */
  public void tag(String name, String commit) {
    point("refs/tags/" + name, ObjectId.fromString(commit));
  }

  /** A tag with a message, which is an object of its own. */
  public void annotatedTag(String name, String commit) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      TagBuilder tag = new TagBuilder();
      tag.setTag(name);
      tag.setObjectId(ObjectId.fromString(commit), Constants.OBJ_COMMIT);
      tag.setTagger(NOBODY);
      tag.setMessage("Release");
      ObjectId id = inserter.insert(tag);
      inserter.flush();
      point("refs/tags/" + name, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void point(String ref, ObjectId id) {
    try {
      RefUpdate update = repository.updateRef(ref);
      update.setNewObjectId(id);
      update.forceUpdate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
