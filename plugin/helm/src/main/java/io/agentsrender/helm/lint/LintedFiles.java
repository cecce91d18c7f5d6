package io.agentsrender.helm.lint;

import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import java.util.Optional;

/** The files of a chart as they lie there, also those that it ignores. */
public interface LintedFiles {
  Optional<Content> file(String name);

  boolean isFolder(String name);

  /** The file's path in the repository. */
  String source(String name);

  default Position place(String name) {
    return Position.ofFile(source(name));
  }
}
