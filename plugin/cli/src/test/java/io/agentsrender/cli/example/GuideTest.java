package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command of the example's guide does what it says; those of other tools are theirs. */
class GuideTest {
  private static final String PROGRAM = "agents-render ";

  /** Words, some of them in quotes. */
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TestFactory
  Stream<DynamicTest> commands() throws IOException {
    List<String> commands = commands(Files.readString(CommandRun.EXAMPLE.resolve("README.md")));
    assertThat(commands).hasSizeGreaterThan(12);
    return commands.stream().map(one -> DynamicTest.dynamicTest(one, () -> run(one)));
  }

  private static List<String> commands(String guide) {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : guide.replace("\\\n", " ").split("\n")) {
      if (line.startsWith("```")) {
        inside = line.equals("```bash");
      } else if (inside && line.startsWith(PROGRAM)) {
        commands.add(line.replaceFirst("\\s+#.*", ""));
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
