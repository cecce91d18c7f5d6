package io.agentsrender.fetch.git;

import io.agentsrender.fetch.git.connection.GitConnector;
import io.agentsrender.fetch.git.connection.GitQuestion;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;

/**
 * Asks a repository for its refs. A class of its own, so that a start without git loads none of
 * JGit: its jars are signed, and to verify them takes longer than the rest of the start.
 */
final class GitRefs {
  private GitRefs() {}

  /**
   * All of them by name, those of annotated tags as the commits they stand for.
   *
   * @throws io.agentsrender.fetch.failure.FetchException where the repository does not answer
   */
  static Map<String, String> of(GitQuestion question, GitConnector connector) {
    try (InMemoryRepository nowhere = new InMemoryRepository(new DfsRepositoryDescription())) {
      return connector.talk(
          question,
          nowhere,
          transport -> {
            Map<String, String> refs = new TreeMap<>();
            try (FetchConnection connection = transport.openFetch()) {
              for (Ref ref : connection.getRefs()) {
                ObjectId peeled = ref.getPeeledObjectId();
                ObjectId id = peeled == null ? ref.getObjectId() : peeled;
                if (id != null) {
                  refs.put(ref.getName(), id.name());
                }
              }
            }
            return refs;
          });
    }
  }
}
