package io.agentsrender.render.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.render.repository.OwnRepository;
import io.agentsrender.render.repository.Refs;
import io.agentsrender.render.repository.Repositories;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.RemoteSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final SourceTree OTHER =
      SourceTree.of(Map.of("dev/web.yaml", Content.ofText(""), "dev/api.yaml", Content.ofText("")));

  private static ResolvedValueFiles resolved(boolean ignoreMissing, String... names) {
    Repositories repositories =
        new Repositories(
            new OwnRepository(TREE, "", Set.of()),
            RepositorySettings.DEFAULT,
            RemoteSource.refusing());
    return ValueFileResolver.resolve(
        ValueFileResolver.names(List.of(names), "apps/web", ignoreMissing),
        TREE,
        Refs.withValues(repositories, Map.of(), Map.of("other", OTHER), Map::of));
  }

  private static List<String> resolve(boolean ignoreMissing, String... names) {
    return resolved(ignoreMissing, names).files().stream().map(ValueFile::path).toList();
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
  void refusesAGlobThatIsMalformed() {
    assertThatThrownBy(() -> resolve(false, "values-[.yaml"))
        .hasMessageContaining("syntax error in pattern \"apps/web/values-[.yaml\"");
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
    assertThat(resolved(true, "nothing.yaml", "values.yaml").uses())
        .containsExactly(
            new ValueFileUse("nothing.yaml", "parameter", "apps/web/nothing.yaml", false),
            new ValueFileUse("values.yaml", "parameter", "apps/web/values.yaml", true));
  }

  @Test
  void readsFilesOfOtherTrees() {
    assertThat(resolve(false, "$other/dev/web.yaml", "$other/dev/*.yaml"))
        .containsExactly("$other/dev/web.yaml", "$other/dev/api.yaml", "$other/dev/web.yaml");
    assertThatThrownBy(() -> resolve(false, "$others/dev/web.yaml"))
        .hasMessageContaining(
            "source referenced \"$others\", which is not one of the available sources ($values)");
    assertThatThrownBy(() -> resolve(false, "$other/../web.yaml"))
        .hasMessageContaining("file '/../web.yaml' resolved to outside repository root");
  }

  @Test
  void refusesToLeaveTheRepository() {
    assertThatThrownBy(() -> resolve(true, "../../../etc/passwd"))
        .hasMessageContaining("resolved to outside repository root");
  }
}
