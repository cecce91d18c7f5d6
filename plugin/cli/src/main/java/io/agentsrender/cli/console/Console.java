package io.agentsrender.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world around it: streams, environment and working folder. Tests hand
 * in their own.
 *
 * @param out results, and nothing else
 * @param err problems and progress
 * @param terminal whether a person watches {@code err}
 */
public record Console(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment,
    Path folder) {

  /**
   * Set by the launcher, which can ask the system whether standard error is a terminal; a JVM
   * cannot.
   */
  private static final String TERMINAL_PROPERTY = "agentsrender.terminal";

  /** The real one. Results are buffered and must be flushed. */
  public static Console system() {
    return new Console(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        Boolean.getBoolean(TERMINAL_PROPERTY),
        System.getenv(),
        Path.of("").toAbsolutePath());
  }

  /** The same without anything that is seen. */
  public Console silent() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new Console(nowhere, nowhere, false, environment, folder);
  }

  /** The same in another environment. */
  public Console withEnvironment(Map<String, String> other) {
    return new Console(out, err, terminal, Map.copyOf(other), folder);
  }

  /**
   * See <a href="https://no-color.org">no-color.org</a>: any value but the empty one turns colours
   * off.
   */
  public boolean colours() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }
}
