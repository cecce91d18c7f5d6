package io.agentsrender.fetch.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void secret(String name, Map<String, String> fields) throws IOException {
    for (Map.Entry<String, String> field : fields.entrySet()) {
      write("secrets/" + name + "/" + field.getKey(), field.getValue());
    }
  }

  private static String shown(Credentials credentials, String url) {
    return credentials
        .find(RemoteAddress.parse(url, "fetching"))
        .map(credential ->
            switch (credential) {
              case Credential.Password password ->
                  password.user() + ":" + password.password().reveal();
              case Credential.Token token -> "token " + token.token().reveal();
              case Credential.SshKey key -> "key " + key.key().reveal().strip();
            })
        .orElse("");
  }

  private Credentials rules(String text) throws IOException {
    write("credentials.yaml", text);
    return CredentialFile.read(folder.resolve("credentials.yaml"));
  }

  @Test
  void the_rule_with_the_longest_path_counts() throws IOException {
    write("host-password", "of-host\n");
    write("team-password", "of-team");
    write("token", "abc");
    write("key", "PRIVATE");
    Credentials credentials =
        rules(
            """
            credentials:
              - {host: git.example.com, username: ci, passwordFile: host-password}
              - {host: git.example.com, path: /team/, username: team, passwordFile: team-password}
              - {host: git.example.com, sshKeyFile: key}
              - {host: "*.registry.example", tokenFile: token}
            """);
    assertThat(shown(credentials, "https://git.example.com/other/a")).isEqualTo("ci:of-host");
    assertThat(shown(credentials, "https://git.example.com/team/a.git")).isEqualTo("team:of-team");
    assertThat(shown(credentials, "https://git.example.com/teams/a")).isEqualTo("ci:of-host");
    assertThat(shown(credentials, "git@git.example.com:team/a")).isEqualTo("key PRIVATE");
    assertThat(shown(credentials, "oci://eu.registry.example/a")).isEqualTo("token abc");
    assertThat(shown(credentials, "https://registry.example/a")).isEmpty();
    assertThat(shown(credentials, "https://git.example.org/a")).isEmpty();
  }

  @Test
  void a_renewed_file_counts_at_once() throws IOException {
    write("token", "old");
    Credentials credentials = rules("credentials: [{host: a.example, tokenFile: token}]");
    assertThat(shown(credentials, "https://a.example/")).isEqualTo("token old");
    write("token", "new");
    assertThat(shown(credentials, "https://a.example/")).isEqualTo("token new");
  }

  @Test
  void all_that_is_wrong_with_a_file_is_said_at_once() {
    assertThatThrownBy(() ->
            rules(
                """
                credentials:
                  - {host: git.example.com, user: ci, passwordFile: p}
                  - {host: "*", tokenFile: t}
                  - {tokenFile: t, sshKeyFile: k}
                """))
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.reason())
                    .containsExactly(
                        "with \"passwordFile\" goes one of \"username\" and \"usernameFile\"",
                        "there is no field \"credentials[0].user\"",
                        "\"*\" is not a host",
                        "there is no \"credentials[2].host\"",
                        "a rule names one of \"passwordFile\", \"tokenFile\" and \"sshKeyFile\""));
  }

  @Test
  void a_missing_file_is_an_error_that_names_it() throws IOException {
    Credentials credentials = rules("credentials: [{host: a.example, tokenFile: absent}]");
    assertThatThrownBy(() -> shown(credentials, "https://a.example/"))
        .hasMessageContaining(folder.resolve("absent").toString())
        .hasMessageContaining("there is no such file");
  }

  @Test
  void argo_cds_secrets_count_for_their_repository_before_templates() throws IOException {
    secret(
        "values",
        Map.of(
            "url", "https://git.example.com/team/values.git",
            "type", "git",
            "username", "values",
            "password", "1\n"));
    secret("team", Map.of("url", "https://git.example.com/team", "password", "2"));
    secret("all", Map.of("url", "https://git.example.com", "bearerToken", "3"));
    secret("ssh", Map.of("url", "git@git.example.com:team", "sshPrivateKey", "PRIVATE"));
    secret(
        "charts",
        Map.of(
            "url", "registry.example/charts",
            "type", "helm",
            "enableOCI", "true",
            "username", "helm",
            "password", "4"));
    secret(
        "repo", Map.of("url", "https://charts.example/stable", "username", "h", "password", "5"));
    write("secrets/..data/url", "https://git.example.org");
    write("secrets/..data/password", "never");
    Credentials credentials = new RepositorySecrets(folder.resolve("secrets"));

    assertThat(shown(credentials, "https://git.example.com/team/values")).isEqualTo("values:1");
    assertThat(shown(credentials, "https://git.example.com/Team/Values.git")).isEqualTo("values:1");
    assertThat(shown(credentials, "https://git.example.com/team/values2"))
        .isEqualTo("x-access-token:2");
    assertThat(shown(credentials, "https://git.example.com/other")).isEqualTo("token 3");
    assertThat(shown(credentials, "git@git.example.com:team/values")).isEqualTo("key PRIVATE");
    assertThat(shown(credentials, "oci://registry.example/charts/redis")).isEqualTo("helm:4");
    assertThat(shown(credentials, "https://charts.example/stable/redis-1.0.0.tgz"))
        .isEqualTo("h:5");
    assertThat(shown(credentials, "https://git.example.org/a")).isEmpty();
  }

  @Test
  void one_secret_may_be_mounted_as_the_folder_itself() throws IOException {
    secret("one", Map.of("url", "https://git.example.com/a", "password", "1"));
    Credentials credentials = new RepositorySecrets(folder.resolve("secrets/one"));
    assertThat(shown(credentials, "https://git.example.com/a")).isEqualTo("x-access-token:1");
  }

  @Test
  void what_needs_an_exchange_is_refused_in_words() throws IOException {
    secret("app", Map.of("url", "https://github.com/team", "githubAppID", "12"));
    Credentials credentials = new RepositorySecrets(folder.resolve("secrets"));
    assertThatThrownBy(() -> shown(credentials, "https://github.com/team/values"))
        .hasMessageContaining("githubAppID");
  }

  @Test
  void nothing_secret_is_printed() {
    Secret secret = new Secret("hunter2");
    assertThat(new Credential.Password("ci", secret).toString()).doesNotContain("hunter2");
    assertThat(new Credential.Token(secret).toString()).doesNotContain("hunter2");
    assertThat(new Credential.SshKey(secret, secret, "x").toString()).doesNotContain("hunter2");
    assertThat(Optional.of(secret).toString()).doesNotContain("hunter2");
  }
}
