package io.agentsrender.cli;

import io.agentsrender.cli.console.Console;
import picocli.CommandLine;

/** The program. */
public final class Main {
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
    boolean sidecar = arguments.length > 0 && arguments[0].equals("serve");
    CommandLine commands = sidecar ? CommandLines.ofSidecar(console) : CommandLines.create(console);
    int code = commands.execute(arguments);
    console.out().flush();
    return code;
  }
}
