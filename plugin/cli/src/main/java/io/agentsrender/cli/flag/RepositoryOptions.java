package io.agentsrender.cli.flag;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.local.Repository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which repository the path of a command is in. */
public final class RepositoryOptions {
  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "the repository; by default the nearest parent with .git or agents-render.yaml")
  private @Nullable String root;

  /**
   * Finds the repository of a path.
   *
   * @throws io.agentsrender.source.RenderException where there is no such path
   */
  public Repository of(Console console, String path) {
    return Repository.find(console.folder(), path, Optional.ofNullable(root));
  }
}
