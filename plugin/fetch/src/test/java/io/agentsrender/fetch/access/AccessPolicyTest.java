package io.agentsrender.fetch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.RenderException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {
  private static AccessPolicy allowing(String... hosts) {
    return new AccessPolicy(
        Arrays.stream(hosts).map(host -> HostPattern.parse(host, "--allow-host")).toList(), false);
  }

  private static void ask(AccessPolicy policy, String url) {
    policy.requireAllowed(
        RemoteAddress.parse(url, "fetching"), "fetching " + url, "Keep it in the repository.");
  }

  @ParameterizedTest
  @CsvSource({
    "git.example.com, https://git.example.com/a",
    "git.example.com, ssh://git@git.example.com:2222/a",
    "GIT.example.com, git@git.example.com:a",
    "git.example.com:8443, https://git.example.com:8443/a",
    "*.example.com, oci://registry.example.com/a",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/a",
    "http://git.example.com, https://git.example.com/a",
    "[::1]:8443, https://[::1]:8443/a",
  })
  void allows(String host, String url) {
    assertThatCode(() -> ask(allowing(host), url)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "git.example.com, https://git.example.com.evil.org/a",
    "git.example.com, https://evil.org/git.example.com",
    "git.example.com, https://other.example.com/a",
    "git.example.com:8443, https://git.example.com/a",
    "*.example.com, https://example.com/a",
    "*.example.com, https://evilexample.com/a",
    "git.example.com, http://git.example.com/a",
  })
  void refuses(String host, String url) {
    assertThatThrownBy(() -> ask(allowing(host), url)).isInstanceOf(RenderException.class);
  }

  @Test
  void with_nothing_allowed_the_error_names_the_entry_and_both_ways_out() {
    assertThatThrownBy(() -> ask(AccessPolicy.NOTHING, "https://git.example.com/team/values"))
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> {
              assertThat(e.problems().getFirst().tried())
                  .isEqualTo("fetching https://git.example.com/team/values");
              assertThat(e.problems().getFirst().reason())
                  .isEqualTo("no host is allowed, so that no connection is opened");
              assertThat(e.problems().getFirst().advice().orElseThrow())
                  .isEqualTo(
                      "Keep it in the repository. Or allow the host: --allow-host git.example.com"
                          + " on the command line, AGENTS_RENDER_ALLOW_HOSTS in the sidecar.");
            });
  }

  @Test
  void a_misspelt_host_is_pointed_at() {
    assertThatThrownBy(() -> ask(allowing("git.example.com"), "https://gti.example.com/a"))
        .hasMessageContaining(
            "the host gti.example.com is not among the allowed ones (the nearest is"
                + " git.example.com)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "", "https://", "git.example.com/path", "a b", "user@host", "*.*.com"})
  void is_no_host(String text) {
    assertThatThrownBy(() -> HostPattern.parse(text, "--allow-host"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("\"" + text + "\" is not a host");
  }
}
