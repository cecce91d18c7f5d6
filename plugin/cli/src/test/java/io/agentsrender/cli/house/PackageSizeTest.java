package io.agentsrender.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A place is found from the names of folders only where each holds little. */
class PackageSizeTest {
  private static final Path PLUGIN = CommandRun.PROJECT.resolve("plugin");

  /** Beyond the ten that are wanted, for packages whose parts all name each other. */
  private static final int MOST = 15;

  /** Types and values of Go name each other, as its reflection has it. */
  private static final Map<String, Integer> LARGER =
      Map.of("gotemplate/src/main/java/io/agentsrender/gotemplate/value", 17);

  @Test
  void packages_hold_few_files() throws IOException {
    Map<String, Integer> sizes = sizes();
    assertThat(sizes).hasSizeGreaterThan(100);
    assertThat(sizes)
        .allSatisfy((folder, files) ->
            assertThat(files)
                .as("files in %s: split the package by nouns", folder)
                .isLessThanOrEqualTo(LARGER.getOrDefault(folder, MOST)));
    assertThat(sizes).containsKeys(LARGER.keySet().toArray(String[]::new));
  }

  private static Map<String, Integer> sizes() throws IOException {
    Map<String, Integer> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(PLUGIN)) {
      files
          .filter(PackageSizeTest::isMainClass)
          .forEach(file ->
              sizes.merge(
                  PLUGIN.relativize(file.getParent()).toString().replace('\\', '/'),
                  1,
                  Integer::sum));
    }
    return sizes;
  }

  private static boolean isMainClass(Path file) {
    String path = PLUGIN.relativize(file).toString().replace('\\', '/');
    return path.contains("/src/main/java/")
        && path.endsWith(".java")
        && !path.endsWith("/package-info.java");
  }
}
