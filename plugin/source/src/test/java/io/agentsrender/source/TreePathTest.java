package io.agentsrender.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreePathTest {
  @ParameterizedTest
  @CsvSource({
    "'', a/b, a/b",
    "a, b, a/b",
    "a, ../b, b",
    "a/b, ./../c//d/, a/c/d",
    "a, /b, b",
    "a, ., a",
    "a, .., ''",
  })
  void resolvesLikeAShell(String folder, String path, String expected) {
    assertThat(TreePath.resolve(folder, path)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', ..", "a, ../..", "'', a/../../b", "a, /.."})
  void refusesToLeaveTheRoot(String folder, String path) {
    assertThat(TreePath.resolve(folder, path)).isEmpty();
  }

  @Test
  void namesThePathThatEscapes() {
    assertThatThrownBy(() -> TreePath.confine("apps", "../../etc", "reading value files"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("../../etc")
        .hasMessageContaining("leads out of the repository");
  }

  @Test
  void knowsWhatIsWithinAFolder() {
    assertThat(TreePath.isWithin("a", "a/b")).isTrue();
    assertThat(TreePath.isWithin("a", "ab")).isFalse();
    assertThat(TreePath.isWithin("", "a")).isTrue();
  }
}
