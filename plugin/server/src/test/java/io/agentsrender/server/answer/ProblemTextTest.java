package io.agentsrender.server.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final Problem PROBLEM =
      Problem.error("rendering chart \"web\"", "nil pointer evaluating interface {}.port")
          .withPlace(new Position("templates/service.yaml", 12, 7))
          .withExcerpt("    port: {{ .Values.service.port }}")
          .withTrail(
              List.of(new Problem.Frame("include \"web.port\"", new Position("a.tpl", 3, 1))))
          .withAdvice("Set service.port.");

  @Test
  void putsTheCauseAndItsPlaceFirst() {
    assertThat(ProblemText.of(List.of(Problem.warning("w", "not shown"), PROBLEM)))
        .isEqualTo(
            """
            nil pointer evaluating interface {}.port (templates/service.yaml:12:7)
              12 | port: {{ .Values.service.port }}
              include "web.port" at a.tpl:3:1
              while rendering chart "web"
              Set service.port.\
            """);
  }

  @Test
  void staysShort() {
    String text = ProblemText.of(Collections.nCopies(15, PROBLEM));
    assertThat(text).endsWith("\n5 more errors");
    assertThat(ProblemText.of(List.of(Problem.error("t", "é".repeat(100_000)))))
        .hasSizeLessThan(8300)
        .endsWith("characters more)");
  }
}
