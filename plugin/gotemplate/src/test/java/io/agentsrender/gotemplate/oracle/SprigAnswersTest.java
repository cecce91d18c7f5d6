package io.agentsrender.gotemplate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.exec.Execution;
import io.agentsrender.gotemplate.exec.TemplateSet;
import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.sprig.Sprig;
import io.agentsrender.gotemplate.sprig.SprigVersion;
import io.agentsrender.source.budget.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every recorded answer of Sprig's functions, as each release of Helm has them, to the byte. */
class SprigAnswersTest {
  private static final Path ANSWERS = Path.of("src/test/resources/sprig-answers");
  private static final int CASES = 4635;

  /** Makes keys, which takes seconds and is the same in all releases. */
  private static final String SLOW = "random.jsonl";

  /** A release of Helm: how many of its answers differ from those of 3.19.4, and its Go. */
  enum Release {
    HELM_3_15(SprigVersion.HELM_3_15, "3.15.4", 25, GoVersion.GO_1_22),
    HELM_3_19(SprigVersion.HELM_3_19, "3.19.4", CASES, GoVersion.GO_1_24),
    HELM_3_21(SprigVersion.HELM_3_21, "3.21.0", 0, GoVersion.GO_1_25),
    HELM_4_2(SprigVersion.HELM_4_2, "4.2.1", 7, GoVersion.GO_1_26);

    private final SprigVersion sprig;
    private final String folder;
    private final int recorded;
    private final GoVersion go;

    Release(SprigVersion sprig, String folder, int recorded, GoVersion go) {
      this.sprig = sprig;
      this.folder = folder;
      this.recorded = recorded;
      this.go = go;
    }
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void hasAllAnswers(Release release) {
    assertThat(files(release).stream().mapToInt(file -> Answer.read(file).size()).sum())
        .isEqualTo(release.recorded);
  }

  /** No function may be without a case. */
  @Test
  void asksEveryFunction() {
    String asked =
        files(Release.HELM_3_19).stream()
            .flatMap(file -> Answer.read(file).stream())
            .map(Answer::template)
            .collect(Collectors.joining("\n"));
    for (String name : Sprig.functions(SprigVersion.HELM_3_19).names()) {
      assertThat(asked).containsPattern("\\b" + name + "\\b");
    }
  }

  @TestFactory
  Stream<DynamicTest> answersEqualThoseOfSprig() {
    return Arrays.stream(Release.values()).flatMap(SprigAnswersTest::tests);
  }

  private static Stream<DynamicTest> tests(Release release) {
    Map<String, Answer> own =
        release == Release.HELM_3_19
            ? Map.of()
            : files(release).stream()
                .flatMap(file -> Answer.read(file).stream())
                .collect(Collectors.toMap(Answer::id, Function.identity()));
    return files(Release.HELM_3_19).stream()
        .filter(file -> release == Release.HELM_3_19 || !file.endsWith(SLOW))
        .map(file ->
            DynamicTest.dynamicTest(
                release.folder + " " + file.getFileName(),
                () ->
                    assertThat(
                            Answer.read(file).stream()
                                .map(answer -> own.getOrDefault(answer.id(), answer))
                                .flatMap(answer -> difference(release, answer).stream()))
                        .isEmpty()));
  }

  private static Optional<String> difference(Release release, Answer expected) {
    Answer actual = execute(release, expected);
    return actual.equals(expected)
        ? Optional.empty()
        : Optional.of("\nwant " + expected + "\ngot  " + actual);
  }

  private static Answer execute(Release release, Answer answer) {
    String text = answer.template();
    try {
      FunctionSet functions = Sprig.functions(release.sprig);
      TemplateSet.Builder set = TemplateSet.builder("t", functions, release.go).parse("t", text);
      Host host = Host.pinned(Instant.parse("2026-03-01T12:00:00Z"), 1);
      Execution execution =
          new Execution(set.build(), MissingKey.INVALID, host, Budget.DEFAULT.meter());
      return new Answer(text, answer.missingKey(), execution.render("t", SprigData.create()), null);
    } catch (TemplateException e) {
      return new Answer(text, answer.missingKey(), "", e.goText());
    }
  }

  private static List<Path> files(Release release) {
    Path folder = ANSWERS.resolve(release.folder);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
