package io.agentsrender.server.archive;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/** The ways in which an archive is refused. */
final class ArchiveProblem {
  private static final String TRIED = "reading the archive sent by the repo-server";
  private static final int LONGEST_QUOTE = 200;

  private ArchiveProblem() {}

  /** It does not follow its format, so that something went wrong on the way. */
  static RenderException corrupt(String reason) {
    return new RenderException(
        Problem.error(TRIED, reason)
            .withAdvice(
                "Refresh the application; if it stays, see the repo-server's log for this sync."));
  }

  /** An entry of it is of a kind no checkout has, or tries to get out. */
  static RenderException entry(String name, String reason) {
    String quoted = quote(name);
    return new RenderException(
        Problem.error(TRIED, "entry \"" + quoted + "\" " + reason)
            .withPlace(Position.ofFile(quoted)));
  }

  /**
   * It is larger than allowed.
   *
   * @param setting the environment variable that raises the limit
   */
  static RenderException limit(String reason, String setting) {
    return new RenderException(
        Problem.error(TRIED, reason)
            .withAdvice(
                "Exclude what no render needs on the repo-server"
                    + " (ARGOCD_REPO_SERVER_PLUGIN_TAR_EXCLUSIONS), or raise "
                    + setting
                    + " on the plugin."));
  }

  static String quote(String name) {
    String head = name.length() > LONGEST_QUOTE ? name.substring(0, LONGEST_QUOTE) + "…" : name;
    StringBuilder text = new StringBuilder(head.length());
    head.chars().forEach(c -> text.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
    return text.toString();
  }
}
