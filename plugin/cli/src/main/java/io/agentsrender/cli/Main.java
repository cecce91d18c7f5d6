package io.agentsrender.cli;

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
    int code = CommandLines.create(console).execute(arguments);
    console.out().flush();
    return code;
  }
}
