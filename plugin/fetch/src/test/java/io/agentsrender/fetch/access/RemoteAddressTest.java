package io.agentsrender.fetch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.fetch.failure.FetchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://Git.Example.com/team/values.git, https://git.example.com/team/values.git",
    "https://git.example.com:443/a, https://git.example.com/a",
    "https://git.example.com:8443/a, https://git.example.com:8443/a",
    "http://127.0.0.1:8080/a?x=1, http://127.0.0.1:8080/a?x=1",
    "https://[::1]:8443/a, https://[::1]:8443/a",
    "ssh://git@git.example.com/team/values, ssh://git@git.example.com/team/values",
    "ssh://git@git.example.com:2222/team/values, ssh://git@git.example.com:2222/team/values",
    "git@git.example.com:team/values.git, git@git.example.com:team/values.git",
    "git+ssh://git@git.example.com/a, ssh://git@git.example.com/a",
    "oci://registry.example.com:5000/team/chart, oci://registry.example.com:5000/team/chart",
    "https://somebody@git.example.com/a, https://git.example.com/a",
  })
  void connects_to(String text, String url) {
    assertThat(RemoteAddress.parse(text, "fetching").url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "/etc/passwd",
        "../other",
        "git://git.example.com/a",
        "ext::sh -c id",
        "ftp://git.example.com/a",
        "https:///a",
        "https://exa mple.com/a",
        "https://allowed.example.com\\@evil.example.com/a",
        "https://git.example.com/a#fragment",
        "jar:https://git.example.com/a!/b",
        "",
        "-oProxyCommand=id:a",
      })
  void never_connects_to(String text) {
    assertThatThrownBy(() -> RemoteAddress.parse(text, "fetching"))
        .isInstanceOf(FetchException.class);
  }

  @Test
  void a_password_in_a_url_is_refused_and_not_repeated() {
    assertThatThrownBy(
            () -> RemoteAddress.parse("https://ci:hunter2@git.example.com/a?sig=abc", "fetching"))
        .hasMessageContaining("https://git.example.com/a carries a password")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("abc");
  }

  @Test
  void what_is_shown_to_people_has_no_user_and_no_query() {
    RemoteAddress address = RemoteAddress.parse("https://token@git.example.com/a?sig=abc", "");
    assertThat(address).hasToString("https://git.example.com/a");
  }

  @ParameterizedTest
  @CsvSource({
    "https://git.example.com/team/values.git, https://GIT.example.com:443/team/values",
    "git@git.example.com:team/values.git, ssh://git@git.example.com/team/values",
    "https://git.example.com/team/values/, https://git.example.com/team/values",
  })
  void is_the_same_repository(String one, String other) {
    assertThat(RemoteAddress.parse(one, "").repositoryKey())
        .isEqualTo(RemoteAddress.parse(other, "").repositoryKey());
  }

  @ParameterizedTest
  @CsvSource({
    "https://git.example.com/team/values, https://git.example.com/team/Values",
    "https://git.example.com/a, http://git.example.com/a",
    "https://git.example.com/a, https://git.example.com:8443/a",
    "git@git.example.com:a, other@git.example.com:a",
  })
  void is_another_repository(String one, String other) {
    assertThat(RemoteAddress.parse(one, "").repositoryKey())
        .isNotEqualTo(RemoteAddress.parse(other, "").repositoryKey());
  }
}
