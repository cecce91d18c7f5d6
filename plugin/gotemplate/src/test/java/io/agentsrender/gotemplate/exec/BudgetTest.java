package io.agentsrender.gotemplate.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.source.budget.BudgetExceededException.Limit;
import io.agentsrender.source.budget.Meter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Templates that would not end, or would end too large or too deep. */
class BudgetTest {
  private static final String FOREVER = "a\n{{ range 9223372036854775807 }}{{ end }}";

  private static BudgetExceededException exceeded(Meter meter, String text) {
    return catchThrowableOfType(
        BudgetExceededException.class,
        () ->
            TestTemplates.execution(TestTemplates.set(text), meter).render("t0.yaml", new GoMap()));
  }

  @Test
  void steps() {
    BudgetExceededException e = exceeded(Budget.DEFAULT.withSteps(10_000).meter(), FOREVER);

    assertThat(e.limit()).isEqualTo(Limit.STEPS);
    Problem problem = e.problems().getFirst();
    assertThat(problem.place()).contains(new Position("t0.yaml", 2, 10));
    assertThat(problem.tried()).isEqualTo("executing template t0.yaml");
  }

  @Test
  void stepsOfTheDefaultBudgetEndAnEndlessLoop() {
    // By a clock that stands still: a slow machine must not run out of time before.
    Meter meter = new Meter(Budget.DEFAULT, () -> 0, () -> false);

    assertThat(exceeded(meter, FOREVER).limit()).isEqualTo(Limit.STEPS);
  }

  @Test
  void output() {
    BudgetExceededException e =
        exceeded(
            Budget.DEFAULT.withOutputBytes(1000).meter(),
            "{{ range 9223372036854775807 }}text{{ end }}");

    assertThat(e.limit()).isEqualTo(Limit.OUTPUT);
    assertThat(e.problems().getFirst().place()).contains(new Position("t0.yaml", 1, 32));
  }

  @Test
  void outputOfIncludes() {
    assertThat(
            exceeded(
                    Budget.DEFAULT.withOutputBytes(100_000).meter(),
                    "{{ define \"x\" }}text{{ end }}"
                        + "{{ range 9223372036854775807 }}{{ $x := include \"x\" . }}{{ end }}")
                .limit())
        .isEqualTo(Limit.OUTPUT);
  }

  @Test
  void stringsThatDouble() {
    assertThat(
            exceeded(
                    Budget.DEFAULT.withOutputBytes(1 << 20).meter(),
                    "{{ $x := \"x\" }}{{ range 100 }}{{ $x = print $x $x }}{{ end }}")
                .limit())
        .isEqualTo(Limit.OUTPUT);
  }

  @Test
  void listsThatPrintTheSameThingManyTimesOver() {
    String text = "{{ $x := list 1 }}{{ range 60 }}{{ $x = list $x $x }}{{ end }}{{ $x }}";

    assertThat(exceeded(Budget.DEFAULT.withSteps(1_000_000).meter(), text).limit())
        .isEqualTo(Limit.STEPS);
    assertThat(exceeded(Budget.DEFAULT.withOutputBytes(10_000).meter(), text).limit())
        .isEqualTo(Limit.OUTPUT);
  }

  @Test
  void widthsOfPrintf() {
    assertThat(
            exceeded(
                    Budget.DEFAULT.withOutputBytes(10_000_000).meter(),
                    "{{ printf \"" + "%1000000[1]d".repeat(100) + "\" 1 }}")
                .limit())
        .isEqualTo(Limit.OUTPUT);
  }

  @Test
  void depthOfTemplates() {
    BudgetExceededException e =
        exceeded(
            Budget.DEFAULT.withDepth(50).meter(),
            "{{ define \"x\" }}\n{{ template \"x\" }}{{ end }}{{ template \"x\" }}");

    assertThat(e.limit()).isEqualTo(Limit.DEPTH);
    Problem problem = e.problems().getFirst();
    assertThat(problem.place()).contains(new Position("t0.yaml", 2, 13));
    assertThat(problem.trail()).hasSizeGreaterThan(10);
  }

  @Test
  void depthOfIncludesAndTexts() {
    assertThat(
            exceeded(
                    Budget.DEFAULT.withDepth(5000).meter(),
                    "{{ define \"x\" }}{{ include \"x\" . }}{{ end }}{{ include \"x\" . }}")
                .limit())
        .isEqualTo(Limit.DEPTH);
    assertThat(
            exceeded(
                    Budget.DEFAULT.withDepth(500).meter(),
                    "{{ define \"x\" }}{{ tpl \"{{ include \\\"x\\\" . }}\" . }}{{ end }}"
                        + "{{ include \"x\" . }}")
                .limit())
        .isEqualTo(Limit.DEPTH);
  }

  @Test
  void goOwnLimitOfTemplatesIsReached() {
    TemplateException e =
        catchThrowableOfType(
            TemplateException.class,
            () ->
                TestTemplates.render(
                    null, "{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}"));

    assertThat(e.reason()).isEqualTo("exceeded maximum template depth (100000)");
    assertThat(e.problems().getFirst().place()).contains(new Position("t0.yaml", 1, 29));
  }

  @Test
  void deepRecursionWorks() {
    String countdown =
        "{{ define \"x\" }}{{ if lt . 50000 }}{{ template \"x\" inc . }}{{ else }}{{ . }}{{ end }}"
            + "{{ end }}{{ template \"x\" 0 }}";
    String includes =
        "{{ define \"x\" }}{{ if lt . 1000 }}{{ include \"x\" (inc .) }}{{ else }}{{ . }}{{ end }}"
            + "{{ end }}{{ include \"x\" 0 }}";

    assertThat(TestTemplates.render(null, countdown)).isEqualTo("50000");
    assertThat(TestTemplates.render(null, includes)).isEqualTo("1000");
  }

  @Test
  void valuesThatHoldThemselvesAreNotPrinted() {
    GoMap self = new GoMap();
    self.put("self", self);

    TemplateException e =
        catchThrowableOfType(TemplateException.class, () -> TestTemplates.render(self, "{{ . }}"));

    assertThat(e.reason())
        .isEqualTo("not supported: printing a value that nests deeper than 400 levels");
  }

  @Test
  void time() {
    AtomicLong nanos = new AtomicLong();
    Meter meter =
        new Meter(
            Budget.DEFAULT.withTime(Duration.ofSeconds(1)),
            () -> nanos.getAndAdd(1_000_000),
            () -> false);

    assertThat(exceeded(meter, FOREVER).limit()).isEqualTo(Limit.TIME);
  }

  @Test
  void cancellation() {
    AtomicBoolean cancelled = new AtomicBoolean(true);
    Meter meter = new Meter(Budget.DEFAULT, System::nanoTime, cancelled::get);

    assertThat(exceeded(meter, FOREVER).limit()).isEqualTo(Limit.CANCELLED);
  }

  @Test
  void interruptionReachesADeepRecursion() {
    String text =
        "{{ define \"x\" }}{{ if lt . 1000 }}{{ template \"x\" inc . }}{{ else }}"
            + "{{ range 9223372036854775807 }}{{ end }}{{ end }}{{ end }}{{ template \"x\" 0 }}";
    Thread.currentThread().interrupt();
    try {
      assertThat(exceeded(Budget.DEFAULT.meter(), text).limit()).isEqualTo(Limit.CANCELLED);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anExecutionGoesOnAfterAFailure() {
    Execution execution =
        TestTemplates.execution(
            TestTemplates.set(
                "{{ include \"x\" . }}", "{{ define \"x\" }}{{ fail \"x\" }}{{ end }}ok"),
            Budget.DEFAULT.withDepth(2).meter());

    for (int i = 0; i < 5; i++) {
      assertThat(
              catchThrowableOfType(
                  TemplateException.class, () -> execution.render("t0.yaml", new GoMap())))
          .isNotNull();
    }
    assertThat(execution.render("t1.yaml", new GoMap())).isEqualTo("ok");
  }
}
