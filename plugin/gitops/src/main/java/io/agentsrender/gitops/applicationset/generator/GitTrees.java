package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;

/** Finds the repositories in which git generators look for files and folders. */
public interface GitTrees {
  /**
   * The tree of a repository.
   *
   * @throws RenderException where it is refused or cannot be had
   */
  SourceTree find(String url, String revision);
}
