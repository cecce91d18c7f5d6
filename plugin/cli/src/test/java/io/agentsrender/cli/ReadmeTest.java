package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command of the README does what it says. */
class ReadmeTest {
  private static final String PROGRAM = "./agents-render ";

  /** Commands that are run elsewhere, or that need what a test machine has not. */
  private static final List<String> RUN_ELSEWHERE =
      List.of("./build verify", "kubectl ", "git clone ", "helm upgrade ");

  @TestFactory
  Stream<DynamicTest> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String document : List.of("README.md")) {
      commands.addAll(shellLines(Files.readString(CommandRun.PROJECT.resolve(document))));
    }
    assertThat(commands).hasSizeGreaterThan(5);
    return commands.stream()
        .filter(command -> RUN_ELSEWHERE.stream().noneMatch(command::startsWith))
        .map(command -> DynamicTest.dynamicTest(command, () -> run(command)));
  }

  private static void run(String command) {
    assertThat(command)
        .as("a command of the README that no test knows how to run")
        .startsWith(PROGRAM);
    String[] arguments = command.substring(PROGRAM.length()).trim().split("\\s+");
    CommandRun run = CommandRun.in(CommandRun.PROJECT, arguments);
    assertThat(run.err()).doesNotContain("error:");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isNotEmpty();
  }

  /** The lines of all sh blocks, without comments and with continued lines joined. */
  private static List<String> shellLines(String markdown) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : markdown.replace("\\\n", " ").split("\n")) {
      if (line.startsWith("```")) {
        inside = line.equals("```sh") && !inside;
      } else if (inside) {
        lines.addAll(Arrays.asList(line.replaceFirst("\\s+#.*|^#.*", "").strip()));
      }
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }
}
