package io.agentsrender.cli;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.sidecar.Rehearsal;
import io.agentsrender.cli.sidecar.Sidecar;
import io.agentsrender.cli.sidecar.SidecarFlags;
import java.nio.file.Path;
import java.util.Arrays;

/** The program. */
public final class Main {
  private static final String[] SIDECAR = {"serve"};

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Console.system(), arguments));
  }

  /**
   * Runs one command line without ending the process.
   *
   * @return the exit code
   */
  public static int run(Console console, String... arguments) {
    int code = code(console, arguments);
    console.out().flush();
    return code;
  }

  private static int code(Console console, String... arguments) {
    // What the image runs has nothing to parse, and a pod's start waits for no parser.
    if (Arrays.equals(arguments, SIDECAR)) {
      return serve(console);
    }
    if (arguments.length == 2 && arguments[0].equals("rehearse")) {
      return Rehearsal.of(console, Path.of(arguments[1]));
    }
    return CommandLines.execute(console, arguments);
  }

  private static int serve(Console console) {
    try {
      return Sidecar.serve(console, SidecarFlags.NONE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    }
  }
}
