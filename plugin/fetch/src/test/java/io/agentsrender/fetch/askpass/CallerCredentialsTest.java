package io.agentsrender.fetch.askpass;

import static io.agentsrender.fetch.servers.Fetching.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.fetch.Caller;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.servers.Fetching;
import io.agentsrender.fetch.servers.GitOverHttp;
import io.agentsrender.fetch.servers.TestAskPass;
import io.agentsrender.fetch.servers.TestHttpServer;
import io.agentsrender.fetch.servers.TestRepository;
import io.agentsrender.source.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallerCredentialsTest {
  private static final String NONCE = "6a1b7c7c-54f9-4b7c-8a34-0c2f8a8f6a11";
  private static final String HEADER = "Basic Y2k6aHVudGVyMg==";

  @TempDir Path folder;

  private final TestHttpServer server = new TestHttpServer();
  private final GitOverHttp git = new GitOverHttp();

  @BeforeEach
  void serve() {
    for (String name : new String[] {"app", "values"}) {
      TestRepository repository = TestRepository.inMemory(name);
      repository.commit("main", Map.of("a.yaml", "of " + name));
      git.with("/team/" + name + ".git", repository);
    }
    server.on("/", git.requiring(HEADER));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Map<String, String> call(String nonce) {
    return Map.of(
        "ARGOCD_APP_SOURCE_REPO_URL",
        server.url() + "/team/app",
        "ARGOCD_APP_PROJECT_NAME",
        "team",
        "ARGOCD_GIT_ASKPASS_NONCE",
        nonce,
        "ARGOCD_ASK_PASS_SOCK",
        folder.resolve("ask.sock").toString());
  }

  private String read(Fetcher fetcher, Caller caller, String name) {
    return fetcher
        .remotes(caller)
        .sources()
        .repository(server.url() + "/team/" + name + ".git", "main")
        .file("a.yaml")
        .map(Content::text)
        .orElse("");
  }

  @Test
  void the_nonce_of_a_call_opens_the_applications_own_repository() throws IOException {
    try (TestAskPass service = new TestAskPass(folder.resolve("ask.sock"), NONCE)) {
      Caller caller = Caller.of(call(NONCE), false);
      Fetcher fetcher = Fetching.fromLoopback().fetcher();
      assertThat(read(fetcher, caller, "app")).isEqualTo("of app");
      assertThat(service.asked()).as("redeemed once").isEqualTo(1);
      assertFails(Kind.UNAUTHORIZED, () -> read(fetcher, caller, "values"))
          .hasMessageContaining("it wants credentials");
    }
  }

  @Test
  void where_it_is_configured_it_opens_the_others_of_its_host() throws IOException {
    try (TestAskPass _ = new TestAskPass(folder.resolve("ask.sock"), NONCE)) {
      Caller caller = Caller.of(call(NONCE), true);
      assertThat(read(Fetching.fromLoopback().fetcher(), caller, "values")).isEqualTo("of values");
    }
  }

  @Test
  void what_was_fetched_so_is_not_given_to_others_from_the_cache() throws IOException {
    try (TestAskPass _ = new TestAskPass(folder.resolve("ask.sock"), NONCE)) {
      Fetcher fetcher = Fetching.fromLoopback().withCache(folder.resolve("cache")).fetcher();
      assertThat(read(fetcher, Caller.of(call(NONCE), true), "values")).isEqualTo("of values");
      assertFails(Kind.UNAUTHORIZED, () -> read(fetcher, Caller.ANYONE, "values"));
      Map<String, String> other = new HashMap<>(call("another nonce"));
      other.put("ARGOCD_APP_PROJECT_NAME", "other");
      assertFails(Kind.UNAUTHORIZED, () -> read(fetcher, Caller.of(other, true), "values"))
          .hasMessageContaining("does not know this call")
          .hasMessageNotContaining("another nonce");
    }
  }

  @Test
  void without_the_service_the_error_says_how_to_share_its_socket() {
    assertFails(
            Kind.UNAUTHORIZED,
            () -> read(Fetching.fromLoopback().fetcher(), Caller.of(call(NONCE), false), "app"))
        .hasMessageContaining("does not answer")
        .hasMessageNotContaining(NONCE);
  }

  @Test
  void a_header_that_argo_cd_forces_is_shown_as_it_is() {
    Map<String, String> call = new HashMap<>(call(NONCE));
    call.put("ARGOCD_GIT_AUTH_HEADER", "Authorization: " + HEADER);
    assertThat(read(Fetching.fromLoopback().fetcher(), Caller.of(call, false), "app"))
        .isEqualTo("of app");
  }

  @Test
  void a_call_without_credentials_brings_none() {
    Caller caller =
        Caller.of(Map.of("ARGOCD_APP_SOURCE_REPO_URL", server.url() + "/team/app"), true);
    assertThat(caller.scope()).isEmpty();
  }
}
