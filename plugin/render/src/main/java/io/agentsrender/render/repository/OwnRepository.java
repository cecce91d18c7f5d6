package io.agentsrender.render.repository;

import io.agentsrender.gitops.ref.RepositoryUrl;
import io.agentsrender.source.SourceTree;
import java.util.Set;

/**
 * The repository that is rendered.
 *
 * @param url under which others know it; empty where unknown
 * @param revisions that name the commit of the tree: the commit itself, a branch, {@code HEAD}
 */
public record OwnRepository(SourceTree tree, String url, Set<String> revisions) {
  public OwnRepository {
    revisions = Set.copyOf(revisions);
  }

  public boolean is(String other) {
    return !url.isEmpty() && RepositoryUrl.isSame(url, other);
  }

  /** Whether a revision of this repository is the one that is rendered, as far as is known. */
  public boolean isAt(String revision) {
    return revision.isEmpty()
        || revision.equals("HEAD")
        || revisions.isEmpty()
        || revisions.contains(revision);
  }
}
