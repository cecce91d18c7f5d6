package io.agentsrender.cli.console;

import io.agentsrender.source.Problem;
import java.util.List;

/** The program's exit codes; they are documented and stable. */
public final class ExitCode {
  public static final int DONE = 0;

  /** The render failed, or there are findings at or above the chosen severity. */
  public static final int FAILED = 1;

  /** The command line itself is wrong. */
  public static final int USAGE = 2;

  /** Refused by configuration, or not supported. */
  public static final int REFUSED = 3;

  private ExitCode() {}

  /** Of a command that ended with these problems. */
  public static int of(List<Problem> problems) {
    if (Problem.areRefusals(problems)) {
      return REFUSED;
    }
    return problems.stream().anyMatch(Problem::isError) ? FAILED : DONE;
  }
}
