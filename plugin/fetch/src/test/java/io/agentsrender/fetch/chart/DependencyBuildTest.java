package io.agentsrender.fetch.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.fetch.servers.Fetching;
import io.agentsrender.fetch.servers.TestChart;
import io.agentsrender.fetch.servers.TestHttpServer;
import io.agentsrender.fetch.servers.TestRegistry;
import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dependencies of charts from folders, an HTTP repository and a registry. For the folders app and
 * library, helm 3.19.4 gave the answers: {@code helm dependency update app} the lock, and {@code
 * helm dependency build app} a refusal after each change of a version.
 */
class DependencyBuildTest {
  /** Of helm 3.19.4, with its digest. */
  private static final String LOCK =
      """
      dependencies:
      - name: library
        repository: file://../library
        version: 1.4.0
      digest: sha256:7d3bfe35bf77746b3cfd2b762299f13bf83f67c068271e1451d9b9488090298c
      generated: "2026-11-21T12:37:20.090598653Z"
      """;

  @TempDir private Path cache;
  private final TestHttpServer server = new TestHttpServer();
  private final TestRegistry registry = new TestRegistry();
  private final Map<String, String> files = new TreeMap<>();

  @BeforeEach
  void serve() {
    server.on("/v2/", registry);
    file("library/Chart.yaml", "apiVersion: v2\nname: library\nversion: 1.4.0\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void file(String path, String text) {
    files.put(path, text);
  }

  /** The chart in the folder app, with one dependency. */
  private void app(String name, String version, String repository) {
    file(
        "app/Chart.yaml",
        """
        apiVersion: v2
        name: app
        version: 0.1.0
        dependencies:
          - name: %s
            version: "%s"
            repository: %s
        """
            .formatted(name, version, repository));
  }

  /** Go's JSON of what is declared and of what is locked; the recorded lock proves it right. */
  private static String lock(String name, String range, String version, String repository) {
    String dependency = "{\"name\":\"%s\",\"version\":\"%s\",\"repository\":\"%s\"}";
    String both =
        "[["
            + dependency.formatted(name, range, repository)
            + "],["
            + dependency.formatted(name, version, repository)
            + "]]";
    return """
    dependencies:
    - name: %s
      repository: %s
      version: %s
    digest: %s
    generated: "2026-11-21T12:37:20.090598653Z"
    """
        .formatted(name, repository, version, Digest.sha256(both.getBytes(UTF_8)));
  }

  private SourceTree tree() {
    SourceTree.Builder builder = SourceTree.builder();
    files.forEach((path, text) -> builder.file(path, Content.ofText(text)));
    return builder.build();
  }

  private SourceTree build(Fetching fetching) {
    return fetching.render().charts().withDependencies(tree(), "app");
  }

  private void assertFails(Fetching fetching, String reason) {
    assertThatThrownBy(() -> build(fetching))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining(reason);
  }

  private void index(String... versions) {
    StringBuilder index = new StringBuilder("apiVersion: v1\nentries:\n  redis:\n");
    for (String version : versions) {
      byte[] archive = TestChart.packed("redis", version);
      server.file("/stable/redis-" + version + ".tgz", archive);
      index.append(
          "  - {apiVersion: v2, name: redis, version: %s, digest: %s, urls: [redis-%s.tgz]}\n"
              .formatted(version, Digest.sha256(archive).hex(), version));
    }
    server.file("/stable/index.yaml", index.toString());
  }

  @Test
  void a_folder_needs_no_host() {
    app("library", "^1.2.0", "file://../library");
    assertThat(build(Fetching.from()).list("app/charts")).containsExactly("library-1.4.0.tgz");
    assertThat(tree().exists("app/charts")).isFalse();
  }

  @Test
  void the_lock_that_helm_wrote_is_in_sync() {
    app("library", "^1.2.0", "file://../library");
    file("app/Chart.lock", LOCK);
    assertThat(LOCK).isEqualTo(lock("library", "^1.2.0", "1.4.0", "file://../library"));
    assertThat(build(Fetching.from()).list("app/charts")).containsExactly("library-1.4.0.tgz");
  }

  @Test
  void a_lock_of_other_dependencies_is_refused_in_helms_words() {
    app("library", "^1.3.0", "file://../library");
    file("app/Chart.lock", LOCK);
    assertFails(
        Fetching.from(),
        "the lock file (Chart.lock) is out of sync with the dependencies file (Chart.yaml)."
            + " Please update the dependencies");
  }

  /** Helm says: can't get a valid version for dependency library. */
  @Test
  void a_folder_of_another_version_than_the_locked_one_is_refused() {
    app("library", "^1.2.0", "file://../library");
    file("app/Chart.lock", LOCK);
    file("library/Chart.yaml", "apiVersion: v2\nname: library\nversion: 1.5.0\n");
    assertFails(
        Fetching.from(),
        "dependency library at version 1.5.0 does not satisfy the constraint 1.4.0");
  }

  @Test
  void a_folder_outside_of_the_repository_is_refused() {
    app("library", "^1.2.0", "file://../../library");
    assertFails(Fetching.from(), "");
    app("library", "^1.2.0", "file:///etc");
    assertFails(Fetching.from(), "the repository of dependency \"library\" is an absolute path");
  }

  @Test
  void without_a_lock_the_newest_version_in_the_range_is_taken() {
    index("1.0.0", "1.3.0", "2.0.0");
    app("redis", "^1.0.0", server.url() + "/stable");
    assertThat(build(Fetching.fromLoopback()).list("app/charts"))
        .containsExactly("redis-1.3.0.tgz");
  }

  @Test
  void with_a_lock_the_locked_version_is_taken() {
    index("1.0.0", "1.3.0", "2.0.0");
    app("redis", "^1.0.0", server.url() + "/stable");
    file("app/Chart.lock", lock("redis", "^1.0.0", "1.0.0", server.url() + "/stable"));
    assertThat(build(Fetching.fromLoopback()).list("app/charts"))
        .containsExactly("redis-1.0.0.tgz");
  }

  @Test
  void a_registry_gives_dependencies_too() {
    registry.push("team/redis", "1.0.0", TestChart.packed("redis", "1.0.0"));
    registry.push("team/redis", "1.2.0", TestChart.packed("redis", "1.2.0"));
    String repository = "oci://" + server.authority() + "/team";
    app("redis", "^1.0.0", repository);
    assertThat(build(Fetching.fromLoopback()).list("app/charts"))
        .containsExactly("redis-1.2.0.tgz");
    file("app/Chart.lock", lock("redis", "^1.0.0", "1.0.0", repository));
    assertThat(build(Fetching.fromLoopback()).list("app/charts"))
        .containsExactly("redis-1.0.0.tgz");
  }

  @Test
  void a_host_that_is_not_allowed_is_not_asked() {
    index("1.0.0");
    app("redis", "^1.0.0", server.url() + "/stable");
    assertFails(Fetching.from("charts.example"), "is not among the allowed ones");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_locked_dependency_that_was_fetched_once_needs_no_server() {
    index("1.0.0", "1.3.0");
    app("redis", "^1.0.0", server.url() + "/stable");
    file("app/Chart.lock", lock("redis", "^1.0.0", "1.0.0", server.url() + "/stable"));
    Fetching fetching = Fetching.fromLoopback().withCache(cache);
    build(fetching);
    int asked = server.asked().size();
    assertThat(build(fetching.offline()).list("app/charts")).containsExactly("redis-1.0.0.tgz");
    assertThat(server.asked()).hasSize(asked);
  }

  @Test
  void everything_that_cannot_be_had_is_said_at_once() {
    file(
        "app/Chart.yaml",
        """
        apiVersion: v2
        name: app
        version: 0.1.0
        dependencies:
          - {name: one, version: 1.0.0, repository: "file://../one"}
          - {name: two, version: 1.0.0, repository: "@stable"}
          - {name: three, version: 1.0.0}
        """);
    assertThatThrownBy(() -> build(Fetching.fromLoopback()))
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> {
              assertThat(e.problems()).hasSize(3);
              assertThat(e.problems().get(0).place().orElseThrow().line()).isEqualTo(5);
              assertThat(e.problems().get(1).reason()).contains("@stable");
              assertThat(e.problems().get(2).reason()).contains("app/charts/three");
            });
  }

  @Test
  void archives_that_nothing_stands_for_any_more_go() {
    index("1.0.0");
    app("redis", "^1.0.0", server.url() + "/stable");
    SourceTree.Builder builder = SourceTree.builder();
    files.forEach((path, text) -> builder.file(path, Content.ofText(text)));
    builder.file("app/charts/redis-0.9.0.tgz", Content.ofOwned(TestChart.packed("redis", "0.9.0")));
    SourceTree built =
        Fetching.fromLoopback().render().charts().withDependencies(builder.build(), "app");
    assertThat(built.list("app/charts")).containsExactly("redis-1.0.0.tgz");
  }
}
