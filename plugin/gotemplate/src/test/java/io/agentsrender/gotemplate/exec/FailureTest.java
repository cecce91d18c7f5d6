package io.agentsrender.gotemplate.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.function.TemplateFrame;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import org.junit.jupiter.api.Test;

/** Places of failures as data; their texts are compared with Go's elsewhere. */
class FailureTest {
  private static TemplateException failure(String... texts) {
    return catchThrowableOfType(
        TemplateException.class, () -> TestTemplates.render(new GoMap(), texts));
  }

  @Test
  void aFailureKnowsItsPlaceInBytesAndInCodePoints() {
    TemplateException failure = failure("first\n" + GoString.encode("é {{ fail \"why\" }}"));

    assertThat(failure.frames())
        .containsExactly(
            new TemplateFrame(
                "t0.yaml",
                2,
                6,
                6,
                "t0.yaml",
                "fail \"why\"",
                GoString.encode("é {{ fail \"why\" }}")));
    assertThat(failure.goText())
        .isEqualTo(
            "template: t0.yaml:2:6: executing \"t0.yaml\" at <fail \"why\">:"
                + " error calling fail: why");
    Problem problem = failure.problems().getFirst();
    assertThat(problem.place()).contains(new Position("t0.yaml", 2, 6));
    assertThat(problem.reason()).isEqualTo("error calling fail: why");
  }

  @Test
  void aFailureShowsTheLineAndSaysWhatToDo() {
    Problem nil = failure("x: 1\ny: {{ .a.b }}\n").problems().getFirst();
    Problem parse = failure("x: 1\ny: {{ nope }}\n").problems().getFirst();

    assertThat(nil.excerpt()).contains("y: {{ .a.b }}");
    assertThat(nil.advice()).hasValueSatisfying(advice -> assertThat(advice).contains("before .b"));
    assertThat(parse.excerpt()).contains("y: {{ nope }}");
  }

  @Test
  void theOriginIsTheErrorOfTheFunction() {
    assertThat(
            failure("{{ include \"x\" . }}{{ define \"x\" }}{{ fail \"why\" }}{{ end }}").origin())
        .hasValueSatisfying(error -> assertThat(error.text()).isEqualTo("why"));
    assertThat(failure("{{ .a.b }}").origin()).isEmpty();
  }

  @Test
  void includesAreFramesFromTheOutermostToTheFailingAction() {
    TemplateException failure =
        failure(
            "\n{{ include \"a\" . }}",
            "{{ define \"a\" }}\n\n  {{ tpl \"{{ include \\\"b\\\" . }}\" . }}{{ end }}",
            "{{ define \"b\" }}{{ .x.y }}{{ end }}");

    assertThat(failure.frames())
        .extracting(TemplateFrame::location)
        .containsExactly("t0.yaml:2:3", "t1.yaml:3:5", "tpl:1:3", "t2.yaml:1:21");
    assertThat(failure.frames())
        .extracting(TemplateFrame::template)
        .containsExactly("t0.yaml", "a", "tpl", "b");
    assertThat(failure.reason()).isEqualTo("nil pointer evaluating interface {}.y");
    Problem problem = failure.problems().getFirst();
    assertThat(problem.place()).contains(new Position("t2.yaml", 1, 22));
    assertThat(problem.trail())
        .extracting(frame -> frame.at().toString())
        .containsExactly("tpl:1:4", "t1.yaml:3:6", "t0.yaml:2:4");
    assertThat(problem.trail().getLast().what()).isEqualTo("include \"a\" .");
  }

  @Test
  void aTextThatDoesNotParseFailsWithItsLine() {
    TemplateException failure = failure("ok\n\n{{ if }}");

    assertThat(failure.isParseError()).isTrue();
    assertThat(failure.frames()).extracting(TemplateFrame::location).containsExactly("t0.yaml:3");
    assertThat(failure.problems().getFirst().place()).contains(new Position("t0.yaml", 3, 0));
    assertThat(failure("{{ .a.b }}").isParseError()).isFalse();
  }

  @Test
  void textsGivenToTplFailInsideTheirCaller() {
    TemplateException failure = failure("{{ tpl \"{{ nope }}\" . }}");

    assertThat(failure.frames())
        .extracting(TemplateFrame::location)
        .containsExactly("t0.yaml:1:3", "tpl:1");
    assertThat(failure.isParseError()).isFalse();
    assertThat(failure.reason()).isEqualTo("function \"nope\" not defined");
  }

  @Test
  void nestingTooDeepIsNotSupported() {
    String deep = "{{ " + "(".repeat(300) + "1" + ")".repeat(300) + " }}";

    assertThat(failure(deep).reason())
        .isEqualTo("not supported: actions that nest deeper than 250 levels");
    assertThat(TestTemplates.render(null, "{{ if 1 }}".repeat(240) + "x" + "{{ end }}".repeat(240)))
        .isEqualTo("x");
  }
}
