package io.agentsrender.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.source.budget.BudgetExceededException.Limit;
import io.agentsrender.source.budget.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Charts that would not end, or would end too large: an error with the place, and nothing else. */
class RenderBudgetTest {
  private static final String FOREVER =
      "{{ range $i := until 3000 }}{{ range until 3000 }}{{ end }}{{ end }}";

  private static TemplateRequest request(String template, String values) {
    TreeMap<String, Content> files = new TreeMap<>();
    files.put("Chart.yaml", Content.ofText("apiVersion: v2\nname: p\nversion: 1.0.0\n"));
    files.put("templates/a.yaml", Content.ofText(template));
    files.put("values.yaml", Content.ofText(values));
    return TemplateRequest.of(
        new ChartLocation.Folder(SourceTree.of(files), ""), "rel", Host.pinned(Instant.EPOCH, 1));
  }

  private static BudgetExceededException exceeded(TemplateRequest request) {
    return catchThrowableOfType(BudgetExceededException.class, () -> render(request));
  }

  private static void render(TemplateRequest request) {
    new HelmTemplate(ChartCache.none()).render(request);
  }

  private static Problem refusal(TemplateRequest request) {
    return catchThrowableOfType(RenderException.class, () -> render(request)).problems().getFirst();
  }

  @Test
  void writtenDefaults() {
    assertThat(Budget.DEFAULT)
        .isEqualTo(new Budget(200_000_000, 512L << 20, 100_000, Duration.ofSeconds(90)));
  }

  @Test
  void aLoopWithoutEnd() {
    BudgetExceededException e =
        exceeded(
            request("a: 1\n" + FOREVER, "").withMeter(Budget.DEFAULT.withSteps(100_000).meter()));

    assertThat(e.limit()).isEqualTo(Limit.STEPS);
    Position place = e.problems().getFirst().place().orElseThrow();
    assertThat(place.file()).isEqualTo("templates/a.yaml");
    assertThat(place.line()).isEqualTo(2);
  }

  @Test
  void aLoopThatTakesTooLong() {
    AtomicLong clock = new AtomicLong();
    Meter meter =
        new Meter(
            Budget.DEFAULT.withTime(Duration.ofSeconds(1)),
            () -> clock.getAndAdd(1_000_000),
            () -> false);

    assertThat(exceeded(request(FOREVER.repeat(3), "").withMeter(meter)).limit())
        .isEqualTo(Limit.TIME);
  }

  @Test
  void outputWithoutEnd() {
    BudgetExceededException e =
        exceeded(
            request("{{ range until 100000 }}- aaaaaaaaaa\n{{ end }}", "")
                .withMeter(Budget.DEFAULT.withOutputBytes(1_000_000).meter()));

    assertThat(e.limit()).isEqualTo(Limit.OUTPUT);
  }

  @Test
  void anIncludeOfItself() {
    String template = "{{ define \"x\" }}{{ include \"x\" . }}{{ end }}a: {{ include \"x\" . }}\n";

    assertThat(refusal(request(template, "")).reason())
        .contains("rendering template has a nested reference name: x: unable to execute template");
    assertThat(
            exceeded(request(template, "").withMeter(Budget.DEFAULT.withDepth(100).meter()))
                .limit())
        .isEqualTo(Limit.DEPTH);
  }

  @Test
  void textThatEvaluatesItself() {
    TemplateRequest request = request("a: {{ tpl .Values.t . }}\n", "t: '{{ tpl .Values.t . }}'\n");

    assertThat(exceeded(request.withMeter(Budget.DEFAULT.withDepth(500).meter())).limit())
        .isEqualTo(Limit.DEPTH);
  }

  @Test
  void templatesWithoutEnd() {
    String template =
        "{{ define \"x\" }}{{ template \"x\" . }}{{ end }}a: {{ template \"x\" . }}\n";

    assertThat(refusal(request(template, "")).reason())
        .contains("exceeded maximum template depth (100000)");
  }

  @Test
  void aliasesOfTheOutput() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }

    assertThat(refusal(request(bomb.toString(), "")).reason()).contains("excessive aliasing");
  }

  @Test
  void aValueTooDeepForFunctions() {
    String template =
        "{{ $x := list }}{{ range until 1100 }}{{ $x = list $x }}{{ end }}a: {{ toYaml $x }}\n";

    assertThat(refusal(request(template, "")).reason()).contains("not supported: ");
    assertThat(refusal(request(template.replace("toYaml", "toJson"), "")).reason())
        .contains("not supported: ");
    assertThat(
            refusal(
                    request(
                        "a: {{ fromYaml (printf \"a: %s%s\" (repeat 1001 \"[\") (repeat 1001"
                            + " \"]\")) }}\n",
                        ""))
                .reason())
        .contains("not supported: ");
    assertThat(
            refusal(
                    request(
                        "a: {{ fromToml (printf \"a = %s%s\" (repeat 501 \"[\") (repeat 501 \"]\"))"
                            + " }}\n",
                        ""))
                .reason())
        .contains("not supported: ");
  }

  @Test
  void groupsInsideOfGroups() {
    String template =
        "a: {{ len (.Files.Glob (printf \"%s%s\" (repeat 34 \"{\") (repeat 34 \"}\"))) }}\n";
    Problem problem = refusal(request(template, ""));

    assertThat(problem.reason()).contains("not supported: globs with more than 32 nested groups");
    assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_SUPPORTED);
  }

  @Test
  void flagsThatFillMemory() {
    List<SetFlag> flags =
        List.of(new SetFlag(SetFlag.Kind.TYPED, "a[65536]=1,b[65536]=1".repeat(1)));
    render(request("a: 1\n", "").withSetFlags(flags));

    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      many.append(i == 0 ? "" : ",").append("l").append(i).append("[65536]=1");
    }
    assertThat(
            refusal(
                    request("a: 1\n", "")
                        .withSetFlags(List.of(new SetFlag(SetFlag.Kind.TYPED, many.toString()))))
                .reason())
        .contains("not supported: indexes that add more than 1048576 elements");
  }
}
