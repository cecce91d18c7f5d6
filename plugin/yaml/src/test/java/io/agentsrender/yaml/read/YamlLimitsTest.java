package io.agentsrender.yaml.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text that would take too much memory or stack. */
class YamlLimitsTest {
  @Test
  void writtenDefaults() {
    assertThat(YamlLimits.DEFAULT).isEqualTo(new YamlLimits(64 << 20, 1000, 10_000_000));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void bytes(Dialect dialect) {
    YamlReader reader = YamlReader.of(dialect).withLimits(YamlLimits.DEFAULT.withBytes(10));

    assertThat(reader.first("a: 1234567", "x.yaml")).hasToString("{a: 1234567}");
    assertThat(problem(reader, "a: 12345678").reason())
        .isEqualTo("not supported: it is larger than 10 bytes");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void depthOfLists(Dialect dialect) {
    YamlReader reader = YamlReader.of(dialect);
    reader.first("[".repeat(1000) + "]".repeat(1000), "x.yaml");

    Problem problem = problem(reader, "a:\n  " + "[".repeat(1001) + "]".repeat(1001));
    assertThat(problem.reason()).isEqualTo("not supported: it nests deeper than 1000 levels");
    assertThat(problem.place()).contains(new Position("x.yaml", 2, 1002));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void depthOfMapsInBlocks(Dialect dialect) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= 1000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }

    assertThat(problem(YamlReader.of(dialect), text.toString()).reason())
        .isEqualTo("not supported: it nests deeper than 1000 levels");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aliases(Dialect dialect) {
    // Nine times nine times ... of nine: 3.9 billion nodes of 200 bytes.
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char name = 'b'; name <= 'j'; name++) {
      String before = "*" + (char) (name - 1);
      bomb.append(name).append(": &").append(name).append(" [");
      bomb.append(String.join(",", List.of(before, before, before, before, before, before)));
      bomb.append(',').append(before).append(',').append(before).append(']').append('\n');
    }

    Problem problem = problem(YamlReader.of(dialect), bomb.toString());
    assertThat(problem.reason())
        .isIn(
            "not supported: its aliases stand for more than 10000000 nodes",
            "document contains excessive aliasing");
    assertThat(problem.place()).isPresent();
  }

  @Test
  void nodesBehindAliases() {
    YamlReader reader =
        YamlReader.of(Dialect.KUSTOMIZE).withLimits(YamlLimits.DEFAULT.withExpandedNodes(20));

    assertThat(problem(reader, "a: &a [1,2,3,4,5]\nb: [*a, *a, *a]\n").reason())
        .isEqualTo("not supported: its aliases stand for more than 20 nodes");
  }

  @Test
  void depthOfJson() {
    JsonReader reader = JsonReader.of("x.json");
    reader.read("[".repeat(1000) + "]".repeat(1000));

    RenderException e =
        catchThrowableOfType(
            RenderException.class, () -> reader.read("[".repeat(1001) + "]".repeat(1001)));
    assertThat(e.problems().getFirst().reason())
        .contains("not supported: JSON that nests deeper than 1000 levels");
  }

  @Test
  void depthOfWhatIsWritten() {
    Object nested = List.of();
    for (int i = 0; i < 1001; i++) {
      nested = List.of(nested);
    }
    @Nullable Object deep = nested;

    for (YamlWriter writer :
        List.of(YamlWriter.goYamlV2(), YamlWriter.goYamlV3(2), YamlWriter.kyaml())) {
      RenderException e = catchThrowableOfType(RenderException.class, () -> writer.write(deep));
      assertThat(e.problems().getFirst().reason()).isEqualTo("it nests deeper than 1000 levels");
    }
  }

  private static Problem problem(YamlReader reader, String text) {
    YamlException e = catchThrowableOfType(YamlException.class, () -> reader.first(text, "x.yaml"));
    return e.problems().getFirst();
  }
}
