package io.agentsrender.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Our program answers every recorded command over the example as the real tool did, version by
 * version.
 */
class RecordedCasesTest {
  private static final Path CASES = CommandRun.PROJECT.resolve("test-clusters/goldens/example");
  private static final List<String> HELM_VERSIONS = List.of("3.15.4", "3.19.4", "4.2.1");
  private static final int HELM_CASES = 151;

  /** Lines of Helm's errors that say how to see more, or that frame the reason. */
  private static final Pattern NOT_THE_REASON = Pattern.compile("Use --debug flag.*|^Error: |^$");

  @TestFactory
  Stream<DynamicTest> templateCases() throws IOException {
    return cases("helm").stream()
        .filter(recorded -> recorded.arguments().getFirst().equals("template"))
        .flatMap(recorded ->
            recorded.versions().stream()
                .map(version ->
                    DynamicTest.dynamicTest(
                        recorded.name() + " as " + version, () -> check(recorded, version))));
  }

  @Test
  void knowsEveryCase() throws IOException {
    assertThat(cases("helm")).hasSize(HELM_CASES);
    assertThat(all()).extracting(RecordedCase::tool).isSubsetOf(Set.of("helm", "kustomize"));
  }

  private static void check(RecordedCase recorded, String version) {
    List<String> arguments = new ArrayList<>(recorded.arguments());
    arguments.add("--helm-version=" + version);
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, arguments.toArray(String[]::new));
    recorded
        .output(version)
        .ifPresentOrElse(
            expected -> {
              assertThat(run.err()).isEmpty();
              assertThat(filtered(run.out(), recorded)).isEqualTo(expected);
            },
            () -> {
              assertThat(run.code()).isNotZero();
              assertThat(run.out()).isEmpty();
              assertReason(run.err(), recorded.error(version).orElseThrow());
            });
  }

  /**
   * The reason the tool gives stays recognisable: each line of it is among ours, whatever the
   * indentation.
   */
  private static void assertReason(String ours, String theirs) {
    String flat = ours.replaceAll("\\s+", " ");
    for (String line : theirs.split("\n")) {
      String reason = NOT_THE_REASON.matcher(line).replaceAll("").strip();
      assertThat(flat).contains(reason.replaceAll("\\s+", " "));
    }
  }

  private static String filtered(String out, RecordedCase recorded) {
    if (recorded.filter().isEmpty()) {
      return out;
    }
    Pattern filter = Pattern.compile(recorded.filter().get());
    StringBuilder kept = new StringBuilder();
    String[] lines = out.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (filter.matcher(lines[i]).find()) {
        kept.append(i + 1).append(':').append(lines[i]).append('\n');
      }
    }
    return kept.toString();
  }

  private static List<RecordedCase> cases(String tool) throws IOException {
    return all().stream().filter(recorded -> recorded.tool().equals(tool)).toList();
  }

  private static List<RecordedCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(folder -> RecordedCase.read(folder, HELM_VERSIONS))
          .toList();
    }
  }
}
