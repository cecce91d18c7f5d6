package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What COVERAGE.md names is there. */
class CoverageTest {
  private static final Path FILE = CommandRun.EXAMPLE.resolve("COVERAGE.md");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
  private static final Pattern CASE = Pattern.compile("`((?!app-)[a-z0-9]+(?:-[a-z0-9]+)+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  private static Map<String, Path> testClasses() throws IOException {
    Map<String, Path> classes = new HashMap<>();
    try (Stream<Path> modules = Files.list(CommandRun.PROJECT.resolve("plugin"))) {
      for (Path module : (Iterable<Path>) modules::iterator) {
        Path tests = module.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            files
                .filter(file -> file.toString().endsWith("Test.java"))
                .forEach(
                    file -> classes.put(file.getFileName().toString().replace(".java", ""), file));
          }
        }
      }
    }
    return classes;
  }

  @Test
  void everyTestExists() throws IOException {
    Map<String, Path> classes = testClasses();
    List<MatchResult> named = TEST.matcher(Files.readString(FILE)).results().toList();
    assertThat(named).hasSizeGreaterThan(60);
    for (MatchResult one : named) {
      assertThat(classes).containsKey(one.group(1));
      if (one.group(2) != null) {
        Path source = Objects.requireNonNull(classes.get(one.group(1)));
        assertThat(Files.readString(source).contains(" " + one.group(2) + "("))
            .as(one.group())
            .isTrue();
      }
    }
  }

  /** Names in lower case with dashes, in the tables of documents 000 to 002. */
  @Test
  void everyRecordedCaseExists() throws IOException {
    String all = Files.readString(FILE);
    String tables =
        all.substring(all.indexOf("## Document 000"), all.indexOf("## Document 003"))
            .replaceAll("rules? `[^|]*", "");
    List<MatchResult> named = CASE.matcher(tables).results().toList();
    assertThat(named).hasSizeGreaterThan(90);
    for (MatchResult one : named) {
      assertThat(CommandRun.PROJECT.resolve("test-clusters/goldens/example/" + one.group(1)))
          .isDirectory();
    }
  }

  @Test
  void everyPageExists() throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(FILE)).results().toList()) {
      assertThat(FILE.resolveSibling(link.group(1))).exists();
    }
  }

  @Test
  void everyStatementIsListedWithItsState() throws IOException {
    Map<String, Integer> rows = new HashMap<>();
    String document = "";
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith("## Document ")) {
        document = line.substring(12, 15);
      } else if (line.startsWith("| ") && !line.startsWith("| statement ")) {
        rows.merge(document, 1, Integer::sum);
        String[] cells = line.split(" \\| ", -1);
        assertThat(cells).as(line).hasSize(4);
        assertThat(cells[2]).isIn("done", "page done", "partly", "open", "kept", "outside");
      }
    }
    assertThat(rows)
        .containsEntry("000", 31)
        .containsEntry("001", 23)
        .containsEntry("002", 30)
        .containsEntry("003", 44)
        .containsEntry("004", 20);
  }
}
