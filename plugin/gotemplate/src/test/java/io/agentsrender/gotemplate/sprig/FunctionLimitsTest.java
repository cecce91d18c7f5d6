package io.agentsrender.gotemplate.sprig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsrender.gotemplate.exec.Execution;
import io.agentsrender.gotemplate.exec.TemplateSet;
import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.source.budget.BudgetExceededException.Limit;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that are asked for more than they may take. */
class FunctionLimitsTest {
  private static String render(String text, Budget budget) {
    TemplateSet set =
        TemplateSet.builder("t", Sprig.functions(SprigVersion.HELM_3_19), GoVersion.LATEST)
            .parse("t", text)
            .build();
    return new Execution(set, MissingKey.INVALID, Host.pinned(Instant.EPOCH, 1), budget.meter())
        .render("t", data());
  }

  /** Values that nest deeper than functions follow. */
  private static GoMap data() {
    GoMap map = new GoMap();
    GoSlice list = GoSlice.of();
    for (int i = 0; i < 1001; i++) {
      GoMap outer = new GoMap();
      outer.put("m", map);
      map = outer;
      list = GoSlice.of(list);
    }
    GoMap data = new GoMap();
    data.put("map", map);
    data.put("list", list);
    return data;
  }

  private static Limit exceeded(String text, Budget budget) {
    return catchThrowableOfType(BudgetExceededException.class, () -> render(text, budget)).limit();
  }

  private static String reason(String text) {
    return catchThrowableOfType(TemplateException.class, () -> render(text, Budget.DEFAULT))
        .reason();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ repeat 2000000000 \"x\" | len }}",
        "{{ randAlphaNum 2000000000 | len }}",
        "{{ randBytes 2000000000 | len }}",
        "{{ until 2000000000 | len }}",
        "{{ untilStep 0 2000000000 1 | len }}",
        "{{ seq 2000000000 | len }}",
        "{{ indent 2000000000 \"x\" | len }}",
        "{{ $x := repeat 1000 \"x\" }}{{ replace \"\" (repeat 1000000 \"y\") $x | len }}",
        "{{ $x := repeat 100000 \"x\" }}{{ regexReplaceAll \"\" $x (repeat 100000 \"y\") | len }}",
        "{{ $x := repeat 100000 \"x\" }}{{ wrapWith 1 (repeat 100000 \"y\") $x | len }}",
        "{{ $x := until 30000 }}{{ join (repeat 100000 \"y\") $x | len }}",
      })
  void largeAnswers(String text) {
    assertThat(exceeded(text, Budget.DEFAULT)).isIn(Limit.OUTPUT, Limit.STEPS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range until 1000 }}{{ $_ := genPrivateKey \"rsa\" }}{{ end }}",
        "{{ range until 1000 }}{{ $_ := bcrypt \"x\" }}{{ end }}",
        "{{ range until 1000 }}{{ $_ := derivePassword 1 \"long\" \"a\" \"b\" \"c\" }}{{ end }}",
        "{{ $x := until 100000 }}{{ uniq $x | len }}",
        "{{ $x := until 100000 }}{{ without $x 1 2 3 4 5 6 7 8 9 | len }}",
        "{{ $x := repeat 100000 \"a\" }}{{ regexMatch \"(a?){500}b\" $x }}",
        "{{ range until 100000 }}{{ $_ := sortAlpha (until 100000) }}{{ end }}",
      })
  void longWork(String text) {
    assertThat(exceeded(text, Budget.DEFAULT.withSteps(1_000_000))).isEqualTo(Limit.STEPS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ deepCopy .map }}",
        "{{ deepEqual .list (deepCopy .list) }}",
        "{{ merge (dict \"a\" .map) (dict \"a\" .map) }}",
        "{{ mergeOverwrite (dict) (dict \"a\" .map) }}",
        "{{ toJson .map }}",
        "{{ toPrettyJson .list }}",
        "{{ mustToRawJson .list }}",
        "{{ printf \"%v\" .map }}",
        "{{ fromJson (printf \"%s%s\" (repeat 2000 \"[\") (repeat 2000 \"]\")) }}",
      })
  void deepValues(String text) {
    assertThat(reason(text)).contains("not supported: ");
  }

  @Test
  void statesOfRegularExpressions() {
    String text = "{{ regexMatch (printf \"(%s){1000}\" (repeat 3000 \"a\")) \"x\" }}";

    assertThat(reason(text))
        .contains("not supported: a regular expression that may need")
        .contains("states");
  }

  @Test
  void actionsInsideOfActions() {
    String text = "{{ if 1 }}".repeat(251) + "{{ end }}".repeat(251);

    assertThat(catchThrowableOfType(TemplateException.class, () -> render(text, Budget.DEFAULT)))
        .hasMessageContaining("not supported: actions that nest deeper than 250 levels");
  }
}
