package io.agentsrender.render.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueFileResolverTest {
  private static final SourceTree TREE =
      SourceTree.of(
          Map.of(
              "apps/web/values.yaml", Content.ofText(""),
              "apps/web/values-dev.yaml", Content.ofText(""),
              "values/_shared/web.yaml", Content.ofText(""),
              "values/dev/a/web.yaml", Content.ofText(""),
              "values/dev/[odd].yaml", Content.ofText("")));

  private final List<Problem> problems = new ArrayList<>();

  private List<String> resolve(boolean ignoreMissing, String... names) {
    return new ValueFileResolver(TREE, "apps/web", ignoreMissing)
        .resolve(List.of(names), problems).stream().map(ValueFile::path).toList();
  }

  @Test
  void startsFromTheApplicationTheRootOrARef() {
    assertThat(
            resolve(
                false,
                "values.yaml",
                "/values/_shared/web.yaml",
                "$values/values/dev/a/web.yaml",
                "../../values/_shared/web.yaml"))
        .containsExactly(
            "apps/web/values.yaml",
            "values/_shared/web.yaml",
            "values/dev/a/web.yaml",
            "values/_shared/web.yaml");
  }

  @Test
  void expandsGlobsInLexicalOrder() {
    assertThat(resolve(false, "values*.yaml", "/values/**/web.yaml"))
        .containsExactly(
            "apps/web/values-dev.yaml",
            "apps/web/values.yaml",
            "values/_shared/web.yaml",
            "values/dev/a/web.yaml");
  }

  @Test
  void prefersTheFileOfThatVeryName() {
    assertThat(resolve(false, "/values/dev/[odd].yaml")).containsExactly("values/dev/[odd].yaml");
  }

  @Test
  void reportsMissingFilesTogetherWithTheNearestName() {
    assertThatThrownBy(() -> resolve(false, "value.yaml", "nothing.yaml"))
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> {
              assertThat(e.problems()).hasSize(2);
              assertThat(e.problems().getFirst().advice().orElseThrow())
                  .startsWith("Did you mean \"apps/web/values.yaml\"?");
            });
  }

  @Test
  void skipsMissingFilesAndSaysSo() {
    assertThat(resolve(true, "nothing.yaml", "values.yaml"))
        .containsExactly("apps/web/values.yaml");
    assertThat(problems)
        .extracting(Problem::reason)
        .singleElement()
        .asString()
        .contains("skipped \"nothing.yaml\"");
  }

  @Test
  void refusesToLeaveTheRepository() {
    assertThatThrownBy(() -> resolve(true, "../../../etc/passwd"))
        .hasMessageContaining("leads out of the repository");
  }
}
