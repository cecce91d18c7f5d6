package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Secrets are planted wherever one may be, and looked for in everything that gets out. */
@Timeout(300)
class SecretsTest {
  private static final String CANARY = "c4n4ry";

  private static final String UNDECODABLE =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: token}
      data: {token: "%s!"}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers: [{name: web, envFrom: [{secretRef: {name: token}}]}]
      """
          .formatted(CANARY);

  private static final Checkout CHECKOUT =
      new Checkout()
          .file(".git/config", "url = https://" + CANARY + "@git.example.com\n")
          .file("good/secret.yaml", secret("token: " + CANARY))
          .file("unparsable/secret.yaml", secret("token: " + CANARY + ": [}"))
          .file("unparsable-tab/secret.yaml", secret("token:\n\t" + CANARY))
          .file("unkind/secret.yaml", "apiVersion: v1\nstringData:\n  token: " + CANARY + "\n")
          .file(
              "nameless/secret.yaml",
              "apiVersion: v1\nkind: Secret\nstringData: {t: " + CANARY + "}\n")
          .file("undecodable/all.yaml", UNDECODABLE)
          .file("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n")
          .file("chart/values.yaml", "token: ''\n")
          .file("chart/templates/token.yaml", secret("token: {{ .Values.token | quote }}"))
          .file("badvalues/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n")
          .file("badvalues/values.yaml", "token: " + CANARY + ": [}\n")
          .file("badtext/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n")
          .file("badtext/values.yaml", "")
          .file("badtext/templates/token.yaml", secret("token: " + CANARY + ": [}"))
          .file("badcomponent/component.yaml", "values:\n  token: " + CANARY + ": [}\n")
          .file(
              "badkustomization/kustomization.yaml",
              "secretGenerator:\n- name: s\n  literals:\n  - token=" + CANARY + ": : [}\n")
          .file(
              "badliteral/kustomization.yaml",
              "secretGenerator:\n- name: s\n  literals:\n  - " + CANARY + "\n")
          .file("empty/notes.txt", CANARY)
          .file("large/secret.yaml", secret("token: " + CANARY + "x".repeat(2 << 20)));

  private static final String AUTOMATIC_CHECKSUMS =
      "[{\"name\":\"policies\",\"string\":\"rolloutChecksums: {enabled: true, auto: true}\"}]";

  private static String secret(String entry) {
    return "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  " + entry + "\n";
  }

  private static Sending planted(String path) {
    return Sending.of(CHECKOUT, "web", path)
        .withChunk(1 << 20)
        .with("ARGOCD_ENV_TOKEN", CANARY)
        .with("ARGOCD_GIT_BEARER_AUTH_HEADER", "Authorization: Bearer " + CANARY)
        .with("GIT_SSH_COMMAND", "ssh -i /dev/shm/" + CANARY);
  }

  @Test
  void nothingGetsOut() {
    ServerLimits limits = ServerLimits.defaults().withMessageBytes(1 << 20);
    List<String> errors = new ArrayList<>();
    try (TestServer server =
            TestServer.start(limits, Map.of("REGISTRY_PASSWORD", CANARY), new Engine()::render);
        FakeRepoServer repoServer = server.connect()) {
      Sending good = planted("good");
      assertThat(repoServer.generate(good).join().getManifests(0)).contains(CANARY);
      for (String path :
          List.of(
              "unparsable",
              "unparsable-tab",
              "badvalues",
              "badtext",
              "badcomponent",
              "badkustomization",
              "badliteral",
              "unkind",
              "nameless",
              "empty",
              "large",
              "missing")) {
        errors.add(failure(repoServer, planted(path)));
      }
      errors.add(failure(repoServer, planted("undecodable").withParameters(AUTOMATIC_CHECKSUMS)));
      for (String parameters :
          List.of(
              "[{\"name\":\"values\",\"string\":\"" + CANARY + "\"},",
              "[{\"name\":\"values\",\"string\":" + CANARY + "}]",
              "[{\"name\":\"values\",\"array\":[\"" + CANARY + "\"]}]",
              "[{\"name\":\"values\",\"string\":\"token: " + CANARY + ": [}\"}]",
              "[{\"name\":\"policies\",\"string\":\"token: " + CANARY + ": [}\"}]",
              "[{\"name\":\"policies\",\"string\":\"tokens: " + CANARY + "\"}]",
              "[{\"name\":\"set\",\"map\":{\"a[\":\"" + CANARY + "\"}}]",
              "[{\"name\":\"valuez\",\"string\":\"" + CANARY + "\"}]",
              "[{\"name\":\"values\",\"string\":[\"" + CANARY + "\"]}]",
              "\"" + CANARY + "\"")) {
        errors.add(failure(repoServer, planted("chart").withParameters(parameters)));
      }

      Patience.until(
          "every call has its line", () -> server.log().text().lines().count() == 1 + 1 + 23);
      assertThat(server.log().text())
          .contains("\"msg\":\"rendered\"", "\"msg\":\"render failed\"")
          .doesNotContain(CANARY);
      assertThat(errors).hasSize(23).noneMatch(text -> text.contains(CANARY));
    }
  }

  @Test
  void anUnforeseenFaultTellsItsPlaceOnly() {
    try (TestServer server =
            TestServer.start(_ -> {
              throw new IllegalStateException("cannot make sense of " + CANARY);
            });
        FakeRepoServer repoServer = server.connect()) {
      assertThat(failure(repoServer, planted("good")))
          .contains("internal error: IllegalStateException")
          .doesNotContain(CANARY)
          .doesNotContain("\tat ");
      server.log().await("\"msg\":\"internal error\"");
      assertThat(server.log().text())
          .contains("java.lang.IllegalStateException")
          .contains("SecretsTest")
          .doesNotContain(CANARY);
    }
  }

  @Test
  void memoryThatRunsOutIsToldAndSurvived() {
    boolean[] first = {true};
    try (TestServer server =
            TestServer.start(request -> {
              if (first[0]) {
                first[0] = false;
                return exhaustHeap();
              }
              return new Engine().render(request);
            });
        FakeRepoServer repoServer = server.connect()) {
      assertThat(failure(repoServer, planted("good"))).contains("is too small for this render");
      assertThat(repoServer.generate(planted("good")).join().getManifestsCount()).isEqualTo(1);
    }
  }

  private static RenderResult exhaustHeap() {
    long[][] hoard = new long[Short.MAX_VALUE][Integer.MAX_VALUE - 8];
    throw new IllegalStateException("a heap of more than " + hoard.length + " times 16 GiB");
  }

  private static String failure(FakeRepoServer repoServer, Sending sending) {
    try {
      repoServer.generate(sending).join();
      return "(no failure)";
    } catch (CompletionException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
