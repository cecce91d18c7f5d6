package io.agentsrender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What one run of the program in this process came to.
 *
 * @param code its exit code
 */
public record CommandRun(int code, String out, String err) {
  /** The top of the repository. */
  public static final Path PROJECT =
      Path.of(System.getProperty("project.root", "../..")).toAbsolutePath().normalize();

  public static final Path EXAMPLE = PROJECT.resolve("argocd-cmp/example");

  /** Runs the program in a folder, as a pipe would see it. */
  public static CommandRun in(Path folder, String... arguments) {
    return in(folder, Map.of(), arguments);
  }

  /** The same with these variables. */
  public static CommandRun in(Path folder, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            environment,
            folder);
    int code = Main.run(console, arguments);
    return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
