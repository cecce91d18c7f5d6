package io.agentsrender.server.plugin;

import io.agentsrender.source.SourceTree;
import io.agentsrender.source.match.TreeGlob;

/**
 * Which applications a plugin takes for its own where none is named. The first that is configured
 * counts, and no other is looked at (cmpserver/plugin/plugin.go, matchRepository).
 */
public sealed interface Discovery {
  /** Whether the application at {@code folder} is one for this plugin. */
  boolean matches(SourceTree tree, String folder);

  /** Whether anything is configured: if not, the repo-server need not send its archive to ask. */
  default boolean isConfigured() {
    return true;
  }

  /** Applications have to name the plugin. */
  record None() implements Discovery {
    @Override
    public boolean matches(SourceTree tree, String folder) {
      return false;
    }

    @Override
    public boolean isConfigured() {
      return false;
    }
  }

  /** {@code discover.fileName}. */
  record FileName(TreeGlob glob) implements Discovery {
    @Override
    public boolean matches(SourceTree tree, String folder) {
      return glob.matches(tree, folder).findFirst().isPresent();
    }
  }

  /** {@code discover.find.glob}. */
  record FindGlob(DeepGlob glob) implements Discovery {
    @Override
    public boolean matches(SourceTree tree, String folder) {
      return glob.matchesBelow(tree, folder);
    }
  }
}
