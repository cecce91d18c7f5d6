package io.agentsrender.gotemplate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.exec.Execution;
import io.agentsrender.gotemplate.exec.TemplateSet;
import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.budget.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recorded answer of Go's text/template and fmt, to the byte. */
class GoAnswersTest {
  private static final Path ANSWERS = Path.of("src/test/resources/go-answers");
  private static final Pattern PART_BREAK = Pattern.compile(GoString.encode(" ‖ "));

  @ParameterizedTest
  @CsvSource({
    "GO_1_26, go1.26, 0",
    "GO_1_25, go1.25, 2",
    "GO_1_24, go1.24, 19",
    "GO_1_22, go1.22, 42"
  })
  void answersEqualThoseOfGo(GoVersion version, String folder, int differences) {
    List<Answer> answers = read("go1.26");
    assertThat(answers).hasSize(4788);
    if (version != GoVersion.LATEST) {
      List<Answer> others = read(folder);
      assertThat(others).hasSize(differences);
      Map<String, Answer> byCase =
          others.stream().collect(Collectors.toMap(Answer::id, Function.identity()));
      answers = answers.stream().map(answer -> byCase.getOrDefault(answer.id(), answer)).toList();
    }
    List<String> wrong = new ArrayList<>();
    for (Answer answer : answers) {
      compare(version, answer, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Answer> read(String folder) {
    try (Stream<Path> files = Files.list(ANSWERS.resolve(folder))) {
      return files.sorted().flatMap(file -> Answer.read(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(GoVersion version, Answer answer, List<String> wrong) {
    String output = "";
    String error = null;
    try {
      output = execute(version, answer);
    } catch (TemplateException e) {
      error = e.goText();
    }
    boolean same =
        answer.error() == null
            ? error == null && output.equals(answer.output())
            : answer.error().equals(error);
    if (!same) {
      wrong.add(
          "\n%s\n  want %s\n  got  %s"
              .formatted(
                  GoString.decode(answer.template()),
                  GoString.decode(
                      answer.error() == null ? answer.output() : "ERR " + answer.error()),
                  GoString.decode(error == null ? output : "ERR " + error)));
    }
  }

  private static String execute(GoVersion version, Answer answer) {
    TemplateSet.Builder set = TemplateSet.builder("root", OracleFunctions.ALL, version);
    String[] texts = PART_BREAK.split(answer.template(), -1);
    for (int i = 0; i < texts.length; i++) {
      set.parse(i == 0 ? "main" : "t" + i, texts[i]);
    }
    MissingKey missingKey =
        switch (answer.missingKey()) {
          case "zero" -> MissingKey.ZERO;
          case "error" -> MissingKey.ERROR;
          default -> MissingKey.INVALID;
        };
    return new Execution(
            set.build(), missingKey, Host.pinned(Instant.EPOCH, 1), Budget.DEFAULT.meter())
        .render("main", OracleData.create());
  }
}
