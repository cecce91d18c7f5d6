package io.agentsrender.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An example of {@code test-clusters/goldens/check/RULE/CASE}: a repository, and what is to be
 * found in it by all rules together.
 *
 * @param rule that it is about
 * @param arguments of the command in the repository
 * @param findings as in {@code warning rule file:line:column object}, by place
 * @param suppressed the same with the reason and the place of the suppression
 * @param verdict what the real program says that decides the same question; empty where it has
 *     nothing to say, absent where there is no such program
 */
record CheckCase(
    Path folder,
    String rule,
    List<String> arguments,
    List<String> findings,
    List<String> suppressed,
    Optional<String> verdict) {
  static final Path GOLDENS = CommandRun.PROJECT.resolve("test-clusters/goldens/check");

  /** Every case; a file that belongs to none is an error. */
  static List<CheckCase> all() throws IOException {
    List<CheckCase> all = new ArrayList<>();
    for (Path rule : children(GOLDENS)) {
      if (List.of("README.md", "record").contains(String.valueOf(rule.getFileName()))) {
        continue;
      }
      for (Path folder : children(rule)) {
        assertThat(children(folder))
            .as(folder.toString())
            .containsExactly(folder.resolve("case.json"), folder.resolve("input"));
        all.add(read(folder, String.valueOf(rule.getFileName())));
      }
    }
    return all;
  }

  private static CheckCase read(Path folder, String rule) throws IOException {
    Path file = folder.resolve("case.json");
    Map<?, ?> fields =
        (Map<?, ?>)
            Objects.requireNonNull(JsonReader.of(file.toString()).read(Files.readAllBytes(file)));
    return new CheckCase(
        folder,
        rule,
        texts(fields, "args"),
        texts(fields, "findings"),
        fields.get("suppressed") == null ? List.of() : texts(fields, "suppressed"),
        Optional.ofNullable(fields.get("judge")).map(_ -> String.valueOf(fields.get("says"))));
  }

  private static List<String> texts(Map<?, ?> fields, String key) {
    return ((List<?>) Objects.requireNonNull(fields.get(key)))
        .stream().map(String::valueOf).toList();
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  /** {@code rule/case}. */
  String name() {
    return rule + "/" + folder.getFileName();
  }

  boolean isBad() {
    return String.valueOf(folder.getFileName()).startsWith("bad");
  }

  /** Runs the command in another format, or with more flags. */
  CommandRun run(String... more) {
    List<String> command = new ArrayList<>(List.of("check", "--root", "."));
    command.addAll(arguments);
    command.addAll(List.of(more));
    return CommandRun.in(folder.resolve("input"), command.toArray(String[]::new));
  }
}
