package io.agentsrender.fetch.oci;

import static io.agentsrender.fetch.servers.Fetching.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.servers.Fetching;
import io.agentsrender.fetch.servers.TestChart;
import io.agentsrender.fetch.servers.TestHttpServer;
import io.agentsrender.fetch.servers.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryChartsTest {
  @TempDir Path folder;

  private final TestHttpServer server = new TestHttpServer();
  private final TestRegistry registry = new TestRegistry();

  @BeforeEach
  void serve() {
    server.on("/", registry);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String url() {
    return "oci://" + server.authority() + "/team";
  }

  private String push(String version) {
    return registry.push("team/demo", version.replace('+', '_'), TestChart.packed("demo", version));
  }

  private Fetching withPassword(String password) throws IOException {
    Files.writeString(folder.resolve("password"), password);
    return Fetching.fromLoopback()
        .withCredentials(
            Files.writeString(
                folder.resolve("credentials.yaml"),
                "credentials: [{host: 127.0.0.1, username: ci, passwordFile: password}]"));
  }

  @Test
  void gives_a_version_a_range_and_the_newest() {
    push("1.0.0");
    push("1.1.0");
    push("1.2.0-rc.1");
    push("1.1.1+build.7");
    registry.push("team/demo", "latest", TestChart.packed("demo", "9.9.9"));
    Fetching fetching = Fetching.fromLoopback();
    assertThat(fetching.version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
    assertThat(fetching.version(url() + "/", "demo", "1.0.0")).isEqualTo("1.0.0");
    assertThat(fetching.version(url(), "demo", "~1.0")).isEqualTo("1.0.0");
    assertThat(fetching.version(url(), "demo", "")).isEqualTo("1.1.1+build.7");
    assertThat(fetching.version(url(), "demo", "1.1.1+build.7")).isEqualTo("1.1.1+build.7");
    assertThat(fetching.version(url() + "/demo", "", "1.0.0")).isEqualTo("1.0.0");
    assertThat(fetching.version(url() + "/demo:1.0.0", "", "")).isEqualTo("1.0.0");
  }

  @Test
  void many_tags_come_in_pages() {
    for (int minor = 0; minor < 25; minor++) {
      push("1." + minor + ".0");
    }
    registry.withPageSize(4);
    assertThat(Fetching.fromLoopback().version(url(), "demo", "~1.17")).isEqualTo("1.17.0");
    assertThat(
            server.asked().stream().filter(asked -> asked.target().contains("/tags/list")).count())
        .isEqualTo(7);
  }

  @Test
  void a_digest_pins_the_manifest() {
    String digest = push("1.0.0");
    push("1.1.0");
    Fetching fetching = Fetching.fromLoopback();
    assertThat(fetching.version(url(), "demo", digest)).isEqualTo("1.0.0");
    assertThat(fetching.version(url() + "/demo@" + digest, "", "")).isEqualTo("1.0.0");
    registry.corruptManifest("team/demo", digest);
    assertFails(Kind.DIGEST_MISMATCH, () -> fetching.version(url(), "demo", digest))
        .hasMessageContaining("and not " + digest);
    assertFails(Kind.BAD_ADDRESS, () -> fetching.version(url(), "demo", "sha256:12"))
        .hasMessageContaining("is not a digest");
  }

  @Test
  void an_archive_that_is_not_what_its_manifest_says_is_refused() {
    push("1.0.0");
    registry.corrupt(TestChart.packed("demo", "1.0.0"));
    assertFails(Kind.DIGEST_MISMATCH, () -> Fetching.fromLoopback().version(url(), "demo", "1.0.0"))
        .hasMessageContaining("the archive of oci://");
  }

  @Test
  void a_token_is_asked_for_with_the_credentials() throws IOException {
    push("1.0.0");
    registry.requiring(server.url(), "ci", "hunter2");
    assertThat(withPassword("hunter2").version(url(), "demo", "*")).isEqualTo("1.0.0");
    assertThat(server.asked())
        .filteredOn(asked -> !asked.target().startsWith("/token"))
        .allSatisfy(asked -> assertThat(asked.authorization()).doesNotStartWith("Basic"));
    assertThat(server.asked())
        .filteredOn(asked -> asked.target().startsWith("/token"))
        .as("one token for the whole render")
        .hasSize(1);

    assertFails(Kind.UNAUTHORIZED, () -> withPassword("wrong").version(url(), "demo", "1.0.0"))
        .hasMessageContaining("it refuses the credentials")
        .hasMessageNotContaining("wrong");
    assertFails(Kind.UNAUTHORIZED, () -> Fetching.fromLoopback().version(url(), "demo", "1.0.0"))
        .hasMessageContaining("it wants credentials");
  }

  @Test
  void a_token_for_anybody_needs_no_credentials() {
    push("1.0.0");
    registry.requiringToken(server.url());
    assertThat(Fetching.fromLoopback().version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
  }

  @Test
  void a_token_service_elsewhere_must_be_allowed() throws IOException {
    push("1.0.0");
    registry.requiring("http://localhost:" + server.port(), "ci", "hunter2");
    assertFails(Kind.NOT_ALLOWED, () -> withPassword("hunter2").version(url(), "demo", "1.0.0"))
        .hasMessageContaining("with a token of localhost:" + server.port());
  }

  @Test
  void archives_elsewhere_must_be_allowed_and_are_shown_no_token() {
    push("1.0.0");
    registry.requiringToken(server.url());
    TestHttpServer other = new TestHttpServer();
    try (other) {
      other.file("/blobs/", TestChart.packed("demo", "1.0.0"));
      registry.redirectingBlobs("http://localhost:" + other.port() + "/blobs/");
      assertFails(Kind.NOT_ALLOWED, () -> Fetching.fromLoopback().version(url(), "demo", "1.0.0"))
          .hasMessageContaining("which " + server.authority() + " redirects")
          .hasMessageContaining("localhost:" + other.port());
      assertThat(
              Fetching.from("http://127.0.0.1", "http://localhost").version(url(), "demo", "1.0.0"))
          .isEqualTo("1.0.0");
      assertThat(other.asked()).extracting(TestHttpServer.Asked::authorization).containsExactly("");
    }
  }

  @Test
  void what_is_cached_needs_no_registry() {
    push("1.0.0");
    Fetching fetching = Fetching.fromLoopback().withCache(folder.resolve("cache"));
    assertThat(fetching.version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
    int asked = server.asked().size();
    assertThat(fetching.version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
    assertThat(fetching.offline().version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
    assertFails(Kind.OFFLINE, () -> fetching.version(url(), "demo", "1.1.0"));
    assertThat(server.asked()).hasSize(asked);
  }

  @Test
  void what_is_missing_is_named_with_what_is_near() {
    push("1.0.0");
    Fetching fetching = Fetching.fromLoopback();
    assertFails(Kind.NOT_FOUND, () -> fetching.version(url(), "demo", "2.0.0"))
        .hasMessageContaining(
            "the registry has no oci://" + server.authority() + "/team/demo:2.0.0");
    assertFails(Kind.NO_VERSION, () -> fetching.version(url(), "demo", "^2"))
        .hasMessageContaining("no version matches \"^2\"; the nearest are 1.0.0");
    assertFails(Kind.NOT_FOUND, () -> fetching.version(url() + "/demo", "demo", "1.0.0"))
        .satisfies(e ->
            assertThat(
                    ((io.agentsrender.source.RenderException) e)
                        .problems()
                        .getFirst()
                        .advice()
                        .orElse(""))
                .contains("leave its last part off"));
  }

  @Test
  void an_image_is_no_chart() {
    registry.push(
        "team/demo",
        "1.0.0",
        TestChart.packed("demo", "1.0.0"),
        "application/vnd.oci.image.config.v1+json",
        "application/vnd.oci.image.layer.v1.tar+gzip");
    assertFails(Kind.NOT_SUPPORTED, () -> Fetching.fromLoopback().version(url(), "demo", "1.0.0"))
        .hasMessageContaining("application/vnd.oci.image.config.v1+json");
  }

  @Test
  void archives_of_the_old_media_type_are_taken() {
    registry.push(
        "team/demo",
        "1.0.0",
        TestChart.packed("demo", "1.0.0"),
        "application/vnd.cncf.helm.config.v1+json",
        "application/tar+gzip");
    assertThat(Fetching.fromLoopback().version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
  }

  @Test
  void a_place_that_no_registry_has_is_said_so() {
    assertFails(
        Kind.BAD_ADDRESS,
        () ->
            Fetching.fromLoopback().version("oci://" + server.authority() + "/Team", "demo", "1"));
  }
}
