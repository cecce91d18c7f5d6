package io.agentsrender.cli.golden;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A folder of {@code test-clusters/goldens}.
 *
 * @param root the folder in which its commands run; none where each runs in the folder {@code
 *     input} of its case
 * @param versions per tool, the versions that answer
 */
record Suite(Path folder, Optional<Path> root, Map<String, List<String>> versions) {
  private static final String OWN_INPUT = "input";

  static Suite read(String name) throws IOException {
    Path folder = CommandRun.PROJECT.resolve("test-clusters/goldens").resolve(name);
    Map<?, ?> suite = json(folder.resolve("suite.json"));
    Map<String, List<String>> versions = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(suite.get("versions")))
        .forEach((tool, list) -> versions.put(String.valueOf(tool), texts(list)));
    String root = String.valueOf(suite.get("root"));
    return new Suite(
        folder,
        root.equals(OWN_INPUT) ? Optional.empty() : Optional.of(CommandRun.PROJECT.resolve(root)),
        versions);
  }

  /** Where the command of a case runs. */
  Path root(RecordedCase recorded) {
    return root.orElseGet(() -> recorded.folder().resolve(OWN_INPUT));
  }

  /** Every case; a folder that is none is an error. */
  List<RecordedCase> cases() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(folder -> RecordedCase.read(folder, versions))
          .toList();
    }
  }

  /** One test for each version of each of these cases. */
  Stream<DynamicTest> tests(Predicate<RecordedCase> chosen) throws IOException {
    return cases().stream()
        .filter(chosen)
        .flatMap(recorded ->
            recorded.versions().stream()
                .map(version ->
                    DynamicTest.dynamicTest(
                        recorded.name() + " as " + version,
                        () -> recorded.check(root(recorded), version))));
  }

  static Map<?, ?> json(Path file) {
    try {
      Object read = JsonReader.of(file.toString()).read(Files.readAllBytes(file));
      return (Map<?, ?>) Objects.requireNonNull(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }
}
