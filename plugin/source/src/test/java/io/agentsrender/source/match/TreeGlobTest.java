package io.agentsrender.source.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What single names match is held against Go by the tests of those who use it. */
class TreeGlobTest {
  private static final SourceTree TREE =
      SourceTree.builder()
          .file("values/web.yaml", Content.ofText(""))
          .file("values/dev/web.yaml", Content.ofText(""))
          .file("values/dev/eu/web.yaml", Content.ofText(""))
          .file("values/dev-2/web.yaml", Content.ofText(""))
          .file("values/dev/api.yaml", Content.ofText(""))
          .link("values/dev/up", "..")
          .link("current", "values/dev")
          .build();

  private static List<String> spanning(String pattern) throws MalformedPatternException {
    return TreeGlob.spanning(pattern).matches(TREE, "").toList();
  }

  @Test
  void spansFoldersAndNoLinks() throws MalformedPatternException {
    assertThat(spanning("values/**/web.yaml"))
        .containsExactly(
            "values/web.yaml",
            "values/dev/web.yaml",
            "values/dev/eu/web.yaml",
            "values/dev-2/web.yaml");
    assertThat(spanning("**/**/eu/*.yaml")).containsExactly("values/dev/eu/web.yaml");
    assertThat(spanning("values/dev/eu/**")).containsExactly("values/dev/eu/web.yaml");
    assertThat(spanning("current/*.yaml")).containsExactly("current/api.yaml", "current/web.yaml");
  }

  @Test
  void twoStarsAreOneInGo() throws MalformedPatternException {
    assertThat(TreeGlob.of("values/**/web.yaml").matches(TREE, ""))
        .containsExactly("values/dev/web.yaml", "values/dev-2/web.yaml");
  }

  @Test
  void startsFromAFolderAndMayLeaveIt() throws MalformedPatternException {
    assertThat(TreeGlob.of("./*.yaml").matches(TREE, "values/dev"))
        .containsExactly("values/dev/api.yaml", "values/dev/web.yaml");
    assertThat(TreeGlob.of("../w?b.*").matches(TREE, "values/dev"))
        .containsExactly("values/web.yaml");
    assertThat(TreeGlob.of("../../../*").matches(TREE, "values/dev")).isEmpty();
    assertThat(TreeGlob.of("missing/../*.yaml").matches(TREE, "values"))
        .containsExactly("values/web.yaml");
  }

  @Test
  void refusesWhatGoRefuses() {
    for (String pattern : List.of("[", "a/[b", "a[/b]", "a\\", "[]a]")) {
      assertThatThrownBy(() -> TreeGlob.of(pattern))
          .as(pattern)
          .hasMessage("syntax error in pattern");
    }
  }
}
