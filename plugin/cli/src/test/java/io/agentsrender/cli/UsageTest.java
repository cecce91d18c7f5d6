package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rendr x | Did you mean render? See agents-render --help.",
        "render --kustomize-namspace=preview x | Did you mean --kustomize-namespace? See"
            + " agents-render render --help.",
        "template --valus x y | Did you mean --values? See agents-render template --help.",
        "kustomize -e x | See agents-render kustomize --help.",
        "'' | See agents-render --help."
      })
  void aWrongCommandLineNamesTheOneWordThatIsNearest(String line, String advice) {
    CommandRun run =
        CommandRun.in(CommandRun.EXAMPLE, line.isEmpty() ? new String[0] : line.split(" ", -1));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("\n  do:  " + advice + "\n");
  }

  static Stream<String> commands() {
    return Stream.of("render", "apps", "check", "template", "kustomize", "lint", "serve", "doctor");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpShowsExamplesThatFitTheLine(String command) {
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, command, "--help");

    assertThat(run.code()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(lines.getFirst()).startsWith("Usage: agents-render " + command + " [OPTIONS]");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("  ") && line.contains("agents-render " + command));
  }

  @Test
  void flagsOfOneMatterStandTogetherInTheHelp() {
    assertThat(CommandRun.in(CommandRun.EXAMPLE, "render", "--help").out())
        .contains("\nWhat changes a kustomization:\n", "\nWhat may be fetched from elsewhere:\n");
  }

  @Test
  void theRootOfARepositoryIsAPlace() {
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, "kustomize", ".");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("\n  at:  .\n");
  }
}
