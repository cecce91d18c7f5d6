package io.agentsrender.cli;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Console console = Console.system();
    int code = CommandLines.create(console).execute(arguments);
    console.out().flush();
    System.exit(code);
  }
}
