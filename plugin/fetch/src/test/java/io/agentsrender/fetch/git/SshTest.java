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
import io.agentsrender.fetch.servers.GitOverSsh;
import io.agentsrender.fetch.servers.TestRepository;
import io.agentsrender.source.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTest {
  private static final KeyPair USER = GitOverSsh.newUserKey();
  private static final KeyPair STRANGER = GitOverSsh.newUserKey();

  @TempDir Path folder;

  private final GitOverSsh server = new GitOverSsh(USER.getPublic());
  private final TestRepository repository = TestRepository.inMemory("values");
  private String commit = "";

  @BeforeEach
  void serve() throws IOException {
    server.with("team/values.git", repository);
    commit = repository.commit("main", Map.of("a.yaml", "over ssh"));
    Files.writeString(folder.resolve("known_hosts"), server.knownHost() + "\n");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static String openSsh(KeyPair key, @Nullable String passphrase) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      OpenSSHKeyEncryptionContext encryption = null;
      if (passphrase != null) {
        encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(passphrase);
        encryption.setCipherType("256");
      }
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", encryption, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Credentials key(KeyPair key) {
    return _ ->
        Optional.of(
            new Credential.SshKey(new Secret(openSsh(key, null)), new Secret(""), "a test"));
  }

  private String read(Credentials credentials, String revision) {
    GitSource source =
        new GitSource(
            new AccessPolicy(List.of(HostPattern.parse("127.0.0.1", "")), false),
            credentials,
            new TrustedCertificates(Optional.empty()),
            Optional.of(folder.resolve("known_hosts")),
            Cache.inMemory(1 << 20),
            "",
            Duration.ofSeconds(60),
            1 << 20);
    RemoteAddress address =
        RemoteAddress.parse("ssh://git@127.0.0.1:" + server.port() + "/team/values.git", "");
    return source.tree(address, revision).file("a.yaml").map(Content::text).orElse("");
  }

  @Test
  void reads_a_branch_and_a_commit() {
    assertThat(read(key(USER), "main")).isEqualTo("over ssh");
    assertThat(read(key(USER), commit)).isEqualTo("over ssh");
  }

  @Test
  void a_key_with_a_passphrase_is_opened() {
    Credentials encrypted =
        _ ->
            Optional.of(
                new Credential.SshKey(
                    new Secret(openSsh(USER, "open sesame")), new Secret("open sesame"), "a test"));
    assertThat(read(encrypted, "main")).isEqualTo("over ssh");
  }

  @Test
  void a_key_that_the_server_does_not_know_is_refused() {
    assertFails(Kind.UNAUTHORIZED, key(STRANGER), "refuses the credentials");
  }

  @Test
  void without_a_key_the_error_says_so() {
    assertFails(Kind.UNAUTHORIZED, Credentials.none(), "it wants credentials");
  }

  @Test
  void a_key_that_cannot_be_read_is_named_and_not_shown() {
    assertFails(
        Kind.UNAUTHORIZED,
        _ ->
            Optional.of(
                new Credential.SshKey(new Secret("no key hunter2"), new Secret(""), "/keys/id")),
        "the private key from /keys/id cannot be read");
  }

  @Test
  void a_server_that_is_not_known_is_refused() throws IOException {
    Files.writeString(folder.resolve("known_hosts"), "");
    assertFails(
        Kind.UNAUTHORIZED, key(USER), "is not trusted: its key (ecdsa-sha2-nistp256 SHA256:");
  }

  @Test
  void a_server_with_another_key_than_the_known_one_is_refused() throws IOException {
    try (GitOverSsh other = new GitOverSsh(USER.getPublic())) {
      String line =
          other.knownHost().replace("]:" + other.port() + " ", "]:" + server.port() + " ");
      Files.writeString(folder.resolve("known_hosts"), line + "\n");
    }
    assertFails(Kind.UNAUTHORIZED, key(USER), "is not the one that is known in");
  }

  private void assertFails(Kind kind, Credentials credentials, String reason) {
    assertThatThrownBy(() -> read(credentials, "main"))
        .hasMessageContaining(reason)
        .hasMessageNotContaining("hunter2")
        .isInstanceOfSatisfying(FetchException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
