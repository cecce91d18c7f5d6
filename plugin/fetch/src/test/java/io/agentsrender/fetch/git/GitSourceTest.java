package io.agentsrender.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.cache.Cache;
import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.credential.Secret;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.TrustedCertificates;
import io.agentsrender.fetch.servers.GitOverHttp;
import io.agentsrender.fetch.servers.TestHttpServer;
import io.agentsrender.fetch.servers.TestRepository;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitSourceTest {
  private static final String PATH = "/team/values.git";
  private static final long MEBIBYTE = 1L << 20;
  private static final String NO_COMMIT = "0123456789012345678901234567890123456789";

  private final TestHttpServer server = new TestHttpServer();
  private final GitOverHttp git = new GitOverHttp();
  private final TestRepository repository = TestRepository.inMemory("values");
  private final Cache cache = Cache.inMemory(16 * MEBIBYTE);
  private Credentials credentials = Credentials.none();
  private boolean offline;
  private Duration timeout = Duration.ofSeconds(60);
  private long maxBytes = MEBIBYTE;

  @BeforeEach
  void serve() {
    git.with(PATH, repository);
    server.on("/", git);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private GitSource source(String... hosts) {
    List<HostPattern> allowed =
        (hosts.length == 0 ? List.of("http://127.0.0.1") : List.of(hosts))
            .stream().map(host -> HostPattern.parse(host, "--allow-host")).toList();
    return new GitSource(
        new AccessPolicy(allowed, offline),
        credentials,
        new TrustedCertificates(Optional.empty()),
        Optional.empty(),
        cache,
        "",
        timeout,
        maxBytes);
  }

  private String url() {
    return server.url() + PATH;
  }

  private SourceTree tree(String revision) {
    return source().tree(RemoteAddress.parse(url(), "fetching"), revision);
  }

  private static String text(SourceTree tree, String path) {
    return tree.file(path).map(Content::text).orElse("(none)");
  }

  private static AbstractThrowableAssert<?, ?> assertFails(Kind kind, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.kind()).as(e.toString()).isEqualTo(kind));
  }

  @Test
  void gives_a_commit_a_branch_a_tag_and_the_default_branch() {
    String first = repository.commit("main", Map.of("a.yaml", "first"));
    repository.tag("v1.0.0", first);
    String second = repository.commit("main", Map.of("a.yaml", "second"));
    repository.annotatedTag("v1.1.0", second);
    repository.commit("main", Map.of("a.yaml", "third"));
    repository.commit("feature/x", Map.of("a.yaml", "feature"));

    assertThat(text(tree(second), "a.yaml")).isEqualTo("second");
    assertThat(text(tree(second.toUpperCase(java.util.Locale.ROOT)), "a.yaml")).isEqualTo("second");
    assertThat(text(tree("main"), "a.yaml")).isEqualTo("third");
    assertThat(text(tree(""), "a.yaml")).isEqualTo("third");
    assertThat(text(tree("HEAD"), "a.yaml")).isEqualTo("third");
    assertThat(text(tree("refs/heads/feature/x"), "a.yaml")).isEqualTo("feature");
    assertThat(text(tree("feature/x"), "a.yaml")).isEqualTo("feature");
    assertThat(text(tree("v1.0.0"), "a.yaml")).isEqualTo("first");
    assertThat(text(tree("v1.1.0"), "a.yaml")).isEqualTo("second");
    assertThat(text(tree("~1.0"), "a.yaml")).isEqualTo("first");
    assertThat(text(tree("1.*"), "a.yaml")).isEqualTo("second");
  }

  @Test
  void folders_links_and_bytes_survive() {
    repository.commit(
        "main",
        Map.of("values/base.yaml", "a: ü\n", "values/empty.yaml", "", "long", "x".repeat(100_000)),
        Map.of("current.yaml", "values/base.yaml", "out", "../../etc/passwd", "dir", "values"),
        Map.of());
    SourceTree tree = tree("main");
    assertThat(tree.list("")).containsExactly("current.yaml", "dir", "long", "out", "values");
    assertThat(text(tree, "values/base.yaml")).isEqualTo("a: ü\n");
    assertThat(text(tree, "current.yaml")).isEqualTo("a: ü\n");
    assertThat(text(tree, "dir/base.yaml")).isEqualTo("a: ü\n");
    assertThat(text(tree, "values/empty.yaml")).isEmpty();
    assertThat(tree.file("long").orElseThrow().size()).isEqualTo(100_000);
    assertThat(tree.file("absent")).isEmpty();
    assertThat(tree.isFolder("values")).isTrue();
    assertThatThrownBy(() -> tree.file("out")).hasMessageContaining("leads out of the repository");
  }

  @Test
  void a_branch_is_looked_up_once_in_a_render_and_a_commit_fetched_once_for_all() {
    repository.commit("main", Map.of("a.yaml", "first"));
    GitSource render = source();
    RemoteAddress address = RemoteAddress.parse(url(), "fetching");
    assertThat(text(render.tree(address, "main"), "a.yaml")).isEqualTo("first");
    int asked = server.asked().size();
    repository.commit("main", Map.of("a.yaml", "second"));
    assertThat(text(render.tree(address, "main"), "a.yaml")).isEqualTo("first");
    assertThat(server.asked()).hasSize(asked);

    String second = repository.commit("main", Map.of("a.yaml", "third"));
    assertThat(text(tree("main"), "a.yaml")).as("the next render").isEqualTo("third");
    asked = server.asked().size();
    assertThat(text(tree(second), "a.yaml")).isEqualTo("third");
    assertThat(server.asked()).as("a known commit needs no server").hasSize(asked);
  }

  @Test
  void history_does_not_come_along() {
    for (int i = 0; i < 30; i++) {
      repository.commit("main", Map.of("a.yaml", randomText(i)));
    }
    maxBytes = 100_000;
    assertThat(text(tree("main"), "a.yaml")).isEqualTo(randomText(29));
  }

  /** Some 20 kB that do not pack. */
  private static String randomText(int seed) {
    StringBuilder text = new StringBuilder();
    new java.util.Random(seed).ints(20_000, 33, 127).forEach(c -> text.append((char) c));
    return text.toString();
  }

  @Test
  void offline_the_cache_answers() {
    String commit = repository.commit("main", Map.of("a.yaml", "first"));
    tree("main");
    offline = true;
    int asked = server.asked().size();
    assertThat(text(tree("main"), "a.yaml")).isEqualTo("first");
    assertThat(text(tree(commit), "a.yaml")).isEqualTo("first");
    assertFails(Kind.OFFLINE, () -> tree("other"))
        .hasMessageContaining(url() + " at other: it is not in the cache");
    assertThat(server.asked()).hasSize(asked);
  }

  @Test
  void what_is_cached_is_still_refused_where_its_host_is_not_allowed() {
    String commit = repository.commit("main", Map.of("a.yaml", "first"));
    tree(commit);
    assertFails(
        Kind.NOT_ALLOWED,
        () -> source("git.example.com").tree(RemoteAddress.parse(url(), ""), commit));
  }

  @Test
  void a_host_that_is_not_allowed_is_not_even_looked_up() {
    assertFails(
            Kind.NOT_ALLOWED,
            () -> source("git.example.com").tree(RemoteAddress.parse(url(), ""), "main"))
        .hasMessageContaining("the host " + server.authority() + " is not among the allowed ones");
    assertFails(
            Kind.NOT_ALLOWED, () -> source("127.0.0.1").tree(RemoteAddress.parse(url(), ""), ""))
        .hasMessageContaining("not over plain HTTP");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_redirect_to_a_host_that_is_not_allowed_is_refused() {
    repository.commit("main", Map.of("a.yaml", "first"));
    server.redirect("/moved.git", "http://localhost:" + server.port() + PATH + "/info/refs");
    assertFails(
            Kind.NOT_ALLOWED,
            () -> source().tree(RemoteAddress.parse(server.url() + "/moved.git", ""), "main"))
        .hasMessageContaining("localhost");
  }

  @Test
  void credentials_are_shown_to_their_host_only() {
    repository.commit("main", Map.of("a.yaml", "first"));
    credentials =
        address ->
            address.host().equals("127.0.0.1")
                ? Optional.of(new Credential.Password("ci", new Secret("hunter2")))
                : Optional.empty();
    git.requiring("Basic Y2k6aHVudGVyMg==");
    assertThat(text(tree("main"), "a.yaml")).isEqualTo("first");

    TestHttpServer other = new TestHttpServer();
    try (other) {
      server.redirect("/moved.git", "http://localhost:" + other.port() + "/moved.git/info/refs");
      assertThatThrownBy(() ->
              source("http://127.0.0.1", "http://localhost")
                  .tree(RemoteAddress.parse(server.url() + "/moved.git", ""), "main"))
          .isInstanceOf(FetchException.class);
      assertThat(other.asked())
          .isNotEmpty()
          .allSatisfy(asked -> assertThat(asked.authorization()).isEmpty());
    }
  }

  @Test
  void missing_and_wrong_credentials_are_told_apart_and_never_shown() {
    repository.commit("main", Map.of("a.yaml", "first"));
    git.requiring("Basic other");
    assertFails(Kind.UNAUTHORIZED, () -> tree("main")).hasMessageContaining("it wants credentials");
    credentials = _ -> Optional.of(new Credential.Password("ci", new Secret("hunter2")));
    assertFails(Kind.UNAUTHORIZED, () -> tree("main"))
        .hasMessageContaining("it refuses the credentials")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("Y2k6aHVudGVyMg");
  }

  @Test
  void unknown_revisions_are_named_with_what_is_near() {
    repository.commit("main", Map.of("a.yaml", "first"));
    repository.commit("production", Map.of("a.yaml", "first"));
    assertFails(Kind.UNKNOWN_REVISION, () -> tree("prodution"))
        .hasMessageContaining("has no branch or tag \"prodution\"")
        .satisfies(e ->
            assertThat(((FetchException) e).problems().getFirst().advice())
                .contains("Did you mean \"production\"?"));
    assertFails(Kind.UNKNOWN_REVISION, () -> tree(NO_COMMIT))
        .hasMessageContaining("the repository has no such commit");
    assertFails(Kind.UNKNOWN_REVISION, () -> tree("0123456"))
        .hasMessageContaining("a commit must be written in full");
  }

  @Test
  void a_repository_that_is_not_there_is_said_so() {
    assertFails(
            Kind.NOT_FOUND,
            () -> source().tree(RemoteAddress.parse(server.url() + "/absent.git", ""), "main"))
        .hasMessageContaining("there is no git repository at " + server.url() + "/absent.git");
  }

  @Test
  void an_empty_repository_is_said_so() {
    assertFails(Kind.UNKNOWN_REVISION, () -> tree("main"))
        .hasMessageContaining("the repository is empty");
  }

  @Test
  void what_is_too_large_ends() {
    repository.commit("main", Map.of("a", randomText(1), "b", randomText(2)));
    maxBytes = 10_000;
    assertFails(Kind.TOO_LARGE, () -> tree("main")).hasMessageContaining("larger than 10000 bytes");
  }

  @Test
  void what_unpacks_to_too_much_ends() {
    repository.commit("main", Map.of("a", "x".repeat(1_000_000)));
    maxBytes = 50_000;
    assertFails(Kind.TOO_LARGE, () -> tree("main"))
        .hasMessageContaining("larger than 200000 bytes");
  }

  @Test
  void a_server_that_never_answers_is_given_up() {
    CountDownLatch never = new CountDownLatch(1);
    server.on(
        PATH,
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    timeout = Duration.ofMillis(200);
    assertFails(Kind.TIMEOUT, () -> tree("main")).hasMessageContaining("did not answer within");
  }

  @Test
  void a_caller_that_is_interrupted_stops_waiting() {
    Thread.currentThread().interrupt();
    assertFails(Kind.CANCELLED, () -> tree("main"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_server_that_is_not_there_is_said_so() {
    server.close();
    assertFails(Kind.UNREACHABLE, () -> tree("main"));
  }

  @Test
  void files_of_git_lfs_and_submodules_are_errors_when_they_are_read() {
    repository.commit(
        "main",
        Map.of(
            "a.yaml",
            "first",
            "big.yaml",
            """
            version https://git-lfs.github.com/spec/v1
            oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
            size 12345
            """),
        Map.of(),
        Map.of("library", NO_COMMIT));
    SourceTree tree = tree("main");
    assertThat(text(tree, "a.yaml")).isEqualTo("first");
    assertThat(tree.list("")).containsExactly("a.yaml", "big.yaml", "library");
    assertFails(Kind.NOT_SUPPORTED, () -> tree.file("big.yaml")).hasMessageContaining("Git LFS");
    assertFails(Kind.NOT_SUPPORTED, () -> tree.file("library/values.yaml"))
        .hasMessageContaining("in the submodule \"library\"");
    assertThat(tree.list("library")).isEmpty();
  }
}
