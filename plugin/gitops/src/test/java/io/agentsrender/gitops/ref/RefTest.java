package io.agentsrender.gitops.ref;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefTest {
  @Test
  void aRefIsOnlyKnownAtTheStart() {
    assertThat(RefPath.parse("$values/a/b.yaml")).contains(new RefPath("values", "a/b.yaml"));
    assertThat(RefPath.parse("$values")).contains(new RefPath("values", ""));
    assertThat(RefPath.parse("a/$values/b.yaml")).isEmpty();
  }

  /** The pairs of TestSameURL and TestCompareRepoURLs in Argo CD's util/git. */
  @Test
  void comparesRepositoriesAsArgoDoes() {
    assertThat(
            RepositoryUrl.isSame(
                "https://GitHub.com/argoproj/test.git", "https://github.com/argoproj/test"))
        .isTrue();
    assertThat(
            RepositoryUrl.isSame(
                "git@GITHUB.com:argoproj/test", "git@github.com:argoproj/test.git"))
        .isTrue();
    assertThat(RepositoryUrl.isSame("git@GITHUB.com:test", "git@github.com:test.git")).isTrue();
    assertThat(
            RepositoryUrl.isSame(
                "ssh://git@GITHUB.com/argoproj/test", "git@github.com:argoproj/test.git"))
        .isTrue();
    assertThat(
            RepositoryUrl.isSame(
                "https://github.com/argoproj/test.git", "https://github.com/argoproj/foo.git"))
        .isFalse();
    assertThat(
            RepositoryUrl.isSame(
                "git@GITHUB.com:argoproj/test", "git@github.com:argoproj/test2.git"))
        .isFalse();
    assertThat(
            RepositoryUrl.isSame(
                "ssh://git@GITHUB.com/argoproj/test", "git@github.com:argoproj/test3.git"))
        .isFalse();
    assertThat(
            RepositoryUrl.isSame(
                "https://user@github.com/argoproj/test", "https://github.com/argoproj/test"))
        .isFalse();
  }
}
