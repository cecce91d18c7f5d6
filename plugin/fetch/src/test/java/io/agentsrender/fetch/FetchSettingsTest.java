package io.agentsrender.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FetchSettingsTest {
  private static final Path FOLDER = Path.of("here");

  private static FetchSettings read(Map<String, String> environment) {
    return FetchSettings.read(Map.of(), environment, FOLDER);
  }

  @Test
  void nothing_is_allowed_by_default() {
    FetchSettings settings = read(Map.of());
    assertThat(settings).isEqualTo(FetchSettings.NOTHING);
    assertThat(settings.policy().hosts()).isEmpty();
  }

  @Test
  void variables_are_read() {
    FetchSettings settings =
        read(
            Map.of(
                "AGENTS_RENDER_ALLOW_HOSTS", "git.example.com, *.registry.example\nhttp://a:81",
                "AGENTS_RENDER_OFFLINE", "true",
                "AGENTS_RENDER_CACHE", "/var/cache/agents-render",
                "AGENTS_RENDER_CACHE_BYTES", "512Mi",
                "AGENTS_RENDER_CREDENTIALS", "credentials.yaml",
                "AGENTS_RENDER_GIT_CREDENTIALS", "host",
                "AGENTS_RENDER_FETCH_SECONDS", "5",
                "AGENTS_RENDER_MAX_FETCH_BYTES", "1Mi",
                "AGENTS_RENDER_INDEX_SECONDS", "0"));
    assertThat(settings.policy().hosts())
        .extracting(HostPattern::toString)
        .containsExactly("git.example.com", "*.registry.example", "http://a:81");
    assertThat(settings.policy().offline()).isTrue();
    assertThat(settings.cacheFolder()).contains(Path.of("/var/cache/agents-render"));
    assertThat(settings.cacheBytes()).isEqualTo(512L << 20);
    assertThat(settings.credentials()).contains(FOLDER.resolve("credentials.yaml"));
    assertThat(settings.callerForHost()).isTrue();
    assertThat(settings.limits())
        .isEqualTo(new FetchLimits(Duration.ofSeconds(5), 1 << 20, Duration.ZERO));
  }

  @Test
  void a_flag_counts_before_its_variable() {
    FetchSettings settings =
        FetchSettings.read(
            Map.of(FetchSetting.ALLOW_HOSTS, List.of("a.example", "b.example")),
            Map.of("AGENTS_RENDER_ALLOW_HOSTS", "c.example"),
            FOLDER);
    assertThat(settings.policy().hosts())
        .extracting(HostPattern::host)
        .containsExactly("a.example", "b.example");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThatThrownBy(() ->
            read(
                Map.of(
                    "AGENTS_RENDER_ALLOW_HOSTS", "*",
                    "AGENTS_RENDER_OFFLINE", "yes",
                    "AGENTS_RENDER_CACHE_BYTES", "much",
                    "AGENTS_RENDER_FETCH_SECONDS", "0")))
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::reason)
                    .containsExactly(
                        "\"*\" is not a host",
                        "AGENTS_RENDER_OFFLINE is \"yes\", and should be true or false",
                        "AGENTS_RENDER_CACHE_BYTES is \"much\", and should be a number such as"
                            + " 536870912 or 512Mi",
                        "AGENTS_RENDER_FETCH_SECONDS is \"0\", and should be a number of seconds"));
  }
}
