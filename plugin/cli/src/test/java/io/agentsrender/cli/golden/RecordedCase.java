package io.agentsrender.cli.golden;

import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One folder of {@code test-clusters/goldens}: a command and what each version of the real tool
 * answered.
 *
 * @param filter a regular expression; where there is one, only the lines that match it were
 *     recorded, with their numbers
 */
record RecordedCase(
    Path folder,
    String tool,
    List<String> arguments,
    Optional<String> filter,
    List<String> versions) {

  static RecordedCase read(Path folder, List<String> suiteVersions) {
    Map<?, ?> command =
        (Map<?, ?>)
            Objects.requireNonNull(
                JsonReader.of("command.json").read(text(folder.resolve("command.json"))));
    List<String> versions =
        command.get("versions") instanceof List<?> list ? texts(list) : suiteVersions;
    return new RecordedCase(
        folder,
        String.valueOf(command.get("tool")),
        texts((List<?>) Objects.requireNonNull(command.get("args"))),
        Optional.ofNullable(command.get("filter")).map(String::valueOf),
        versions);
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** What this version printed; empty where it refused. */
  Optional<String> output(String version) {
    for (String suffix : List.of("yaml", "txt")) {
      Optional<String> own = existing("expected." + version + "." + suffix);
      if (own.isPresent()) {
        return own;
      }
    }
    return existing("expected_error." + version + ".txt").isPresent()
        ? Optional.empty()
        : existing("expected.yaml").or(() -> existing("expected.txt"));
  }

  /** What this version said when it refused. */
  Optional<String> error(String version) {
    return existing("expected_error." + version + ".txt").or(() -> existing("expected_error.txt"));
  }

  private Optional<String> existing(String file) {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Optional.of(text(path)) : Optional.empty();
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
