package io.agentsrender.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.cache.Cache;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.TrustedCertificates;
import io.agentsrender.fetch.servers.GitHttpBackend;
import io.agentsrender.fetch.servers.TestHttpServer;
import io.agentsrender.fetch.servers.TestRepository;
import io.agentsrender.source.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git's own server in place of JGit's, where git is installed. */
class RealGitTest {
  @TempDir Path folder;

  @Test
  void gives_commits_branches_and_tags() throws Exception {
    assumeTrue(GitHttpBackend.isInstalled(), "git is not installed");
    try (Repository bare =
            new FileRepositoryBuilder().setGitDir(folder.resolve("values.git").toFile()).build();
        TestHttpServer server = new TestHttpServer()) {
      bare.create(true);
      server.on("/", new GitHttpBackend(folder));
      TestRepository repository = TestRepository.of(bare);
      String first = repository.commit("main", Map.of("a.yaml", "first"));
      repository.annotatedTag("v1.0.0", first);
      String second = repository.commit("main", Map.of("a.yaml", "second"));
      repository.commit("main", Map.of("a.yaml", "third"));
      RemoteAddress address = RemoteAddress.parse(server.url() + "/values.git", "fetching");
      GitSource source =
          new GitSource(
              new AccessPolicy(List.of(HostPattern.parse("http://127.0.0.1", "")), false),
              Credentials.none(),
              new TrustedCertificates(Optional.empty()),
              Optional.empty(),
              Cache.inMemory(1 << 20),
              "",
              Duration.ofSeconds(60),
              1 << 20);

      assertThat(read(source, address, "main")).isEqualTo("third");
      assertThat(read(source, address, "")).isEqualTo("third");
      assertThat(read(source, address, "v1.0.0")).isEqualTo("first");
      assertThat(read(source, address, second)).as("no branch points to it").isEqualTo("second");
      assertThatThrownBy(() -> read(source, address, "0123456789012345678901234567890123456789"))
          .isInstanceOfSatisfying(
              FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_REVISION));
      assertThatThrownBy(
              () -> read(source, RemoteAddress.parse(server.url() + "/absent.git", ""), "main"))
          .isInstanceOfSatisfying(
              FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
    }
  }

  private static String read(GitSource source, RemoteAddress address, String revision) {
    return source.tree(address, revision).file("a.yaml").map(Content::text).orElse("");
  }
}
