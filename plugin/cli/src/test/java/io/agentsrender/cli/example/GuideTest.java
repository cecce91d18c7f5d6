package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command of the guides does what it says; those of other tools are theirs. */
class GuideTest {
  private static final String PROGRAM = "agents-render ";

  /** Words, some of them in quotes. */
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TestFactory
  Stream<DynamicTest> commandsOfTheExample() throws IOException {
    List<String> commands = commands(CommandRun.EXAMPLE.resolve("README.md"), "```bash");
    assertThat(commands).hasSizeGreaterThan(12);
    return commands.stream().map(one -> DynamicTest.dynamicTest(one, () -> run(one)));
  }

  /** They are to be tried in the example, too. */
  @TestFactory
  Stream<DynamicTest> commandsOfTheGuides() throws IOException {
    List<String> commands = new ArrayList<>();
    try (Stream<Path> pages = Files.list(CommandRun.PROJECT.resolve("argocd-cmp/docs"))) {
      for (Path page : pages.filter(one -> one.toString().endsWith(".md")).sorted().toList()) {
        commands.addAll(commands(page, "```sh"));
      }
    }
    assertThat(commands).hasSizeGreaterThan(8);
    return commands.stream().map(one -> DynamicTest.dynamicTest(one, () -> run(one)));
  }

  private static List<String> commands(Path guide, String fence) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readString(guide).replace("\\\n", " ").split("\n")) {
      String text = line.strip();
      if (text.startsWith("```")) {
        inside = text.equals(fence);
      } else if (inside && text.startsWith(PROGRAM)) {
        commands.add(text.replaceFirst("\\s+#.*", ""));
      }
    }
    return commands;
  }

  private static void run(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command.substring(PROGRAM.length()));
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, words.toArray(String[]::new));
    assertThat(run.err()).doesNotContain("error:");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isNotEmpty();
  }
}
