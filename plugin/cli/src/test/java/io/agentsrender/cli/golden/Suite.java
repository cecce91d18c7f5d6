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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A folder of {@code test-clusters/goldens}.
 *
 * @param root the folder in which its commands run
 * @param versions per tool, the versions that answer
 */
record Suite(Path folder, Path root, Map<String, List<String>> versions) {

  static Suite read(String name) throws IOException {
    Path folder = CommandRun.PROJECT.resolve("test-clusters/goldens").resolve(name);
    Map<?, ?> suite = json(folder.resolve("suite.json"));
    Map<String, List<String>> versions = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(suite.get("versions")))
        .forEach((tool, list) -> versions.put(String.valueOf(tool), texts(list)));
    return new Suite(
        folder, CommandRun.PROJECT.resolve(String.valueOf(suite.get("root"))), versions);
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
                        recorded.name() + " as " + version, () -> recorded.check(root, version))));
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
