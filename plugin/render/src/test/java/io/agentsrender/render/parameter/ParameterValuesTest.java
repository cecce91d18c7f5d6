package io.agentsrender.render.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {
  @Test
  void keepsWhatIsGiven() {
    ParameterValues values =
        ParameterValues.builder()
            .array("values-files", List.of("a.yaml", "b.yaml"))
            .string("release-name", "web")
            .string("strict", "True")
            .build();
    assertThat(values.array(ParameterTable.VALUES_FILES)).containsExactly("a.yaml", "b.yaml");
    assertThat(values.string(ParameterTable.RELEASE_NAME)).contains("web");
    assertThat(values.isTrue(ParameterTable.STRICT)).isTrue();
    assertThat(values.isTrue(ParameterTable.SKIP_CRDS)).isFalse();
  }

  /**
   * As Argo CD's cleanSetParameters does: commas of a map's values are text, a list in braces stays
   * a list.
   */
  @Test
  void escapesCommasOfMapsButNotOfExpressions() {
    ParameterValues values =
        ParameterValues.builder()
            .map("set", Map.of("a", "1,2"))
            .assignment("set", "b=3,c=4")
            .build();
    assertThat(values.assignments(ParameterTable.SET)).containsExactly("a=1\\,2", "b=3,c=4");
    ParameterValues list = ParameterValues.builder().map("set", Map.of("a", "{1,2}")).build();
    assertThat(list.assignments(ParameterTable.SET)).containsExactly("a={1,2}");
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    ParameterValues.Builder builder =
        ParameterValues.builder()
            .string("relase-name", "web")
            .string("values-files", "a.yaml")
            .string("skip-crds", "maybe");
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> {
              assertThat(e.problems()).extracting(Problem::reason).hasSize(3);
              assertThat(e.problems().getFirst().advice())
                  .contains("Did you mean \"release-name\"?");
              assertThat(e.problems().get(1).reason()).contains("takes an array, not a string");
              assertThat(e.problems().get(2).reason())
                  .contains("\"maybe\", neither true nor false");
            });
  }
}
