package io.agentsrender.fetch.index;

import static io.agentsrender.fetch.servers.Fetching.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.servers.Fetching;
import io.agentsrender.fetch.servers.TestChart;
import io.agentsrender.fetch.servers.TestHttpServer;
import io.agentsrender.source.Digest;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.ChartSource;
import io.agentsrender.source.port.Remotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmRepositoryTest {
  @TempDir Path cache;

  private final TestHttpServer server = new TestHttpServer();
  private final StringBuilder entries = new StringBuilder();

  @AfterEach
  void stop() {
    server.close();
  }

  private String url() {
    return server.url() + "/stable";
  }

  /** Puts a chart into the repository, with its URL as the index gives it. */
  private HelmRepositoryTest with(String name, String version, String url) {
    byte[] archive = TestChart.packed(name, version);
    return with(name, version, url, Digest.sha256(archive).hex(), archive);
  }

  private HelmRepositoryTest with(
      String name, String version, String url, String digest, byte[] archive) {
    String list = "  " + name + ":\n";
    if (entries.indexOf(list) < 0) {
      entries.append(list);
    }
    String entry =
        """
          - apiVersion: v2
            created: "2026-01-01T00:00:00Z"
            digest: %s
            name: %s
            version: %s
            annotations: {a: b, list: "[x]"}
            urls: [%s]
        """
            .formatted(digest, name, version, url);
    entries.insert(entries.indexOf(list) + list.length(), entry);
    if (!url.contains("://")) {
      server.file("/stable/" + url, archive);
    }
    return this;
  }

  private void serve() {
    serve("");
  }

  private void serve(String etag) {
    byte[] index = ("apiVersion: v1\nentries:\n" + entries + "generated: x\n").getBytes(UTF_8);
    server.on(
        "/stable/index.yaml",
        exchange -> {
          if (!etag.isEmpty()) {
            exchange.getResponseHeaders().add("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
              TestHttpServer.answer(exchange, 304, new byte[0]);
              return;
            }
          }
          TestHttpServer.answer(exchange, 200, index);
        });
  }

  private List<String> asked() {
    return server.asked().stream().map(TestHttpServer.Asked::target).toList();
  }

  @Test
  void gives_the_newest_a_range_and_a_version() {
    with("demo", "1.0.0", "charts/demo-1.0.0.tgz").with("demo", "1.1.0", "charts/demo-1.1.0.tgz");
    with("demo", "2.0.0-rc.1", "charts/demo-2.0.0-rc.1.tgz").serve();
    Fetching fetching = Fetching.fromLoopback();

    assertThat(fetching.version(url(), "demo", "")).isEqualTo("1.1.0");
    assertThat(fetching.version(url() + "/", "demo", "~1.0")).isEqualTo("1.0.0");
    assertThat(fetching.version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
    assertThat(fetching.version(url(), "demo", ">0.0.0-0")).isEqualTo("2.0.0-rc.1");
    SourceTree chart = fetching.chart(url(), "demo", "1.1.0");
    assertThat(chart.list("")).containsExactly("Chart.yaml", "templates", "values.yaml");
  }

  @Test
  void a_version_that_was_fetched_once_needs_no_server() {
    with("demo", "1.0.0", "demo-1.0.0.tgz").serve();
    Fetching fetching = Fetching.fromLoopback().withCache(cache);
    assertThat(fetching.version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
    int asked = asked().size();
    assertThat(fetching.version(url(), "demo", "1.0.0")).isEqualTo("1.0.0");
    assertThat(asked()).hasSize(asked);
  }

  @Test
  void offline_ranges_are_resolved_among_what_is_known() {
    with("demo", "1.0.0", "demo-1.0.0.tgz").with("demo", "1.1.0", "demo-1.1.0.tgz").serve();
    Fetching fetching = Fetching.fromLoopback().withCache(cache);
    assertThat(fetching.version(url(), "demo", "~1")).isEqualTo("1.1.0");
    int asked = asked().size();
    fetching.offline();
    assertThat(fetching.version(url(), "demo", "~1")).isEqualTo("1.1.0");
    assertThat(fetching.version(url(), "demo", ">=1.1.0")).isEqualTo("1.1.0");
    assertFails(Kind.OFFLINE, () -> fetching.version(url(), "demo", "1.0.0"))
        .hasMessageContaining("fetching chart \"demo\" 1.0.0 from " + url())
        .hasMessageContaining("not in the cache");
    assertThat(asked()).hasSize(asked);
  }

  @Test
  void an_index_is_looked_at_once_in_a_render_and_not_parsed_twice() {
    with("demo", "1.0.0", "demo-1.0.0.tgz")
        .with("other", "1.0.0", "other-1.0.0.tgz")
        .serve("\"1\"");
    Fetching fetching = Fetching.fromLoopback().withCache(cache).withoutIndexAge();
    Remotes render = fetching.render();
    render.charts().chart(new ChartSource.Request(url(), "demo", "*"));
    render.charts().chart(new ChartSource.Request(url(), "other", "*"));
    assertThat(asked().stream().filter(target -> target.endsWith("index.yaml"))).hasSize(1);

    with("demo", "1.1.0", "demo-1.1.0.tgz").serve("\"1\"");
    assertThat(fetching.version(url(), "demo", "*")).as("not modified").isEqualTo("1.0.0");
    serve("\"2\"");
    assertThat(fetching.version(url(), "demo", "*")).as("modified").isEqualTo("1.1.0");
    assertThat(asked().stream().filter(target -> target.endsWith("index.yaml"))).hasSize(3);
  }

  @Test
  void an_index_is_used_for_its_age() {
    with("demo", "1.0.0", "demo-1.0.0.tgz").serve();
    Fetching fetching = Fetching.fromLoopback().withCache(cache);
    assertThat(fetching.version(url(), "demo", "*")).isEqualTo("1.0.0");
    with("demo", "1.1.0", "demo-1.1.0.tgz").serve();
    assertThat(fetching.version(url(), "demo", "*")).isEqualTo("1.0.0");
    fetching.withoutIndexAge();
    assertThat(fetching.version(url(), "demo", "*")).isEqualTo("1.1.0");
  }

  @Test
  void a_large_index_is_read() {
    for (int chart = 0; chart < 200; chart++) {
      StringBuilder list = new StringBuilder("  chart-" + chart + ":\n");
      for (int version = 0; version < 150; version++) {
        list.append("  - apiVersion: v2\n    name: chart-").append(chart);
        list.append("\n    description: ").append("many words ".repeat(20));
        list.append("\n    version: 1.").append(version).append(".0\n    urls:\n    - c.tgz\n");
      }
      entries.append(list);
    }
    assertThat(entries.length()).isGreaterThan(8_000_000);
    with("demo", "1.0.0", "demo-1.0.0.tgz").serve();
    assertThat(Fetching.fromLoopback().version(url(), "demo", "^1")).isEqualTo("1.0.0");
  }

  @Test
  void an_index_of_json_is_read() {
    with("demo", "1.0.0", "demo-1.0.0.tgz");
    server.file(
        "/stable/index.yaml",
        """
        {"apiVersion":"v1","serverInfo":{},"entries":{"demo":[{"name":"demo","version":"1.0.0",
        "urls":["demo-1.0.0.tgz"]}]}}\
        """);
    assertThat(Fetching.fromLoopback().version(url(), "demo", "1")).isEqualTo("1.0.0");
  }

  @Test
  void a_chart_may_be_elsewhere_where_that_is_allowed_too() {
    TestHttpServer other = new TestHttpServer();
    try (other) {
      byte[] archive = TestChart.packed("demo", "1.0.0");
      other.file("/releases/demo.tgz", archive);
      with("demo", "1.0.0", "http://localhost:" + other.port() + "/releases/demo.tgz").serve();
      assertThat(
              Fetching.from("http://127.0.0.1", "http://localhost").version(url(), "demo", "1.0.0"))
          .isEqualTo("1.0.0");
      assertFails(Kind.NOT_ALLOWED, () -> Fetching.fromLoopback().version(url(), "demo", "1.0.0"))
          .hasMessageContaining("localhost:" + other.port());
    }
  }

  @Test
  void credentials_go_to_the_repository_and_not_to_where_its_charts_are() throws IOException {
    TestHttpServer other = new TestHttpServer();
    try (other) {
      other.file("/demo.tgz", TestChart.packed("demo", "1.0.0"));
      with("demo", "1.0.0", "http://localhost:" + other.port() + "/demo.tgz").serve();
      Files.writeString(cache.resolve("password"), "hunter2");
      Path rules =
          Files.writeString(
              cache.resolve("credentials.yaml"),
              "credentials: [{host: 127.0.0.1, username: ci, passwordFile: password}]");
      Fetching.from("http://127.0.0.1", "http://localhost")
          .withCredentials(rules)
          .chart(url(), "demo", "1.0.0");
      assertThat(server.asked())
          .extracting(TestHttpServer.Asked::authorization)
          .containsExactly("Basic Y2k6aHVudGVyMg==");
      assertThat(other.asked()).extracting(TestHttpServer.Asked::authorization).containsExactly("");
    }
  }

  @Test
  void an_archive_that_is_not_what_the_index_says_is_refused() {
    with("demo", "1.0.0", "demo.tgz", "0".repeat(64), TestChart.packed("demo", "1.0.0")).serve();
    assertFails(Kind.DIGEST_MISMATCH, () -> Fetching.fromLoopback().chart(url(), "demo", "1.0.0"))
        .hasMessageContaining("but the index says sha256:" + "0".repeat(64));
  }

  @Test
  void what_is_missing_is_named_with_what_is_near() {
    with("demo", "1.0.0", "demo-1.0.0.tgz").serve();
    Fetching fetching = Fetching.fromLoopback();
    assertFails(Kind.NOT_FOUND, () -> fetching.chart(url(), "dmeo", "1.0.0"))
        .hasMessageContaining("the repository has no chart \"dmeo\"");
    assertFails(Kind.NO_VERSION, () -> fetching.chart(url(), "demo", "1.0.1"))
        .hasMessageContaining("no version matches \"1.0.1\"; the nearest are 1.0.0");
    assertFails(Kind.NOT_FOUND, () -> fetching.chart(server.url() + "/x", "demo", "1.0.0"))
        .hasMessageContaining("/x/index.yaml answered 404");
    assertFails(Kind.NOT_ALLOWED, () -> Fetching.from().chart(url(), "demo", "1.0.0"))
        .hasMessageContaining("no host is allowed");
  }

  @Test
  void a_broken_index_is_said_so() {
    Fetching fetching = Fetching.fromLoopback();
    server.file("/stable/index.yaml", "<html><body>Welcome</body></html>");
    assertFails(Kind.MALFORMED, () -> fetching.chart(url(), "demo", "1"))
        .hasMessageContaining("index.yaml cannot be read: it is not a map");
    server.file("/stable/index.yaml", "apiVersion: v1\nentries:\n  demo: [\n");
    assertFails(Kind.MALFORMED, () -> fetching.chart(url(), "demo", "1"))
        .hasMessageContaining("cannot be read: line ");
    server.file("/stable/index.yaml", "entries: {}\n");
    assertFails(Kind.MALFORMED, () -> fetching.chart(url(), "demo", "1"))
        .hasMessageContaining("no API version specified");
    server.file("/stable/index.yaml", "apiVersion: v1\nentries:\n  a: &a []\n  demo: *a\n");
    assertFails(Kind.MALFORMED, () -> fetching.chart(url(), "demo", "1"))
        .hasMessageContaining("uses an alias");
  }

  @Test
  void an_archive_that_is_no_chart_is_said_so() {
    with("demo", "1.0.0", "demo.tgz", "", "<html>sign in</html>".getBytes(UTF_8)).serve();
    assertFails(Kind.MALFORMED, () -> Fetching.fromLoopback().chart(url(), "demo", "1.0.0"))
        .hasMessageContaining("what came is no chart");
  }

  @Test
  void what_is_too_large_ends() {
    with("demo", "1.0.0", "demo.tgz").serve();
    Fetching fetching = Fetching.fromLoopback();
    fetching.withLimits(fetching.limits().withBytes(100));
    assertFails(Kind.TOO_LARGE, () -> fetching.chart(url(), "demo", "1.0.0"))
        .hasMessageContaining("is larger than 100 bytes");
  }
}
