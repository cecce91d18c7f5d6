package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sync as the repo-server does it, from the connection to the manifests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderCallTest {
  private static final String JSON =
      "{\"apiVersion\":\"v1\",\"data\":{\"value\":\"yes\"},\"kind\":\"ConfigMap\","
          + "\"metadata\":{\"name\":\"web\"}}";

  private final Checkout checkout =
      new Checkout().withGit().configMap("apps/web/config.yaml", "web", "yes");
  private final Sending sending = Sending.of(checkout, "web", "apps/web");
  private final TestServer server = TestServer.start();

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void answersTheSequenceOfOldReleases() {
    try (FakeRepoServer repoServer = server.connect()) {
      assertThat(repoServer.syncAsOldRelease(sending).getManifestsList()).containsExactly(JSON);
    }
  }

  @Test
  void answersTheSequenceOfNewReleases() {
    try (FakeRepoServer repoServer = server.connect()) {
      assertThat(repoServer.syncAsNewRelease(sending).getManifestsList()).containsExactly(JSON);
    }
  }

  @Test
  void tellsOfEachRenderInOneLine() throws JsonProcessingException {
    try (TestServer quiet = TestServer.start();
        FakeRepoServer repoServer = quiet.connect()) {
      repoServer.syncAsNewRelease(sending);
      quiet.log().await("rendered");
      List<String> lines = quiet.log().text().lines().toList();
      assertThat(lines).hasSize(2);
      Map<String, Object> line =
          new ObjectMapper().readValue(lines.getLast(), new TypeReference<>() {});
      assertThat(line)
          .containsEntry("level", "info")
          .containsEntry("msg", "rendered")
          .containsEntry("call", "GenerateManifest")
          .containsEntry("application", "web")
          .containsEntry("revision", "5a1bd0ae5a9f30f6ad0c5ba39f1a62b3b4fd9f59")
          .containsEntry("path", "apps/web")
          .containsEntry("archiveBytes", sending.archive().size())
          .containsEntry("treeHeld", false)
          .containsEntry("treeFiles", 1)
          .containsEntry("objects", 1)
          .containsEntry("warnings", 0)
          .containsKeys(
              "treeBytes",
              "receiveMs",
              "waitMs",
              "renderMs",
              "answerMs",
              "answerBytes",
              "totalMs",
              "time");
    }
  }

  @ParameterizedTest
  @EnumSource
  void acceptsEveryAuthority(FakeRepoServer.Authority authority) {
    try (FakeRepoServer repoServer = new FakeRepoServer(server.socket(), authority)) {
      assertThat(repoServer.syncAsNewRelease(sending).getManifestsList()).containsExactly(JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 1024, 65536, 4 << 20})
  void acceptsChunksOfAnySize(int chunk) {
    byte[] noise = new byte[6 << 20];
    new java.util.Random(chunk).nextBytes(noise);
    if (chunk == 1) {
      noise = new byte[0];
    }
    Checkout large = new Checkout().configMap("app/c.yaml", "web", "yes").file("noise", noise);
    try (FakeRepoServer repoServer = server.connect()) {
      Sending sent = Sending.of(large, "web", "app").withChunk(chunk);
      assertThat(repoServer.generate(sent).join().getManifestsList()).containsExactly(JSON);
    }
  }

  /**
   * An archive of a chart or of an OCI artifact has the application at its root, in a folder of a
   * random name (newEnv of reposerver/repository, GetCompressedRepoAndMetadata of util/cmp).
   */
  @ParameterizedTest
  @CsvSource({
    "'', 0.9.1",
    "., sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
  })
  void rendersWhatWasFetchedFromARegistry(String path, String revision) {
    Checkout fetched =
        new Checkout()
            .file("Chart.yaml", "apiVersion: v2\nname: web\nversion: 0.9.1\n")
            .configMap("templates/config.yaml", "web", "yes");
    Sending sent = Sending.of(fetched, "web", ".");
    try (FakeRepoServer repoServer = server.connect()) {
      assertThat(
              repoServer
                  .syncAsNewRelease(
                      sent.withMetadata(
                              sent.metadata().toBuilder().setAppName("7c1d8f52-1a1f").build())
                          .with("ARGOCD_APP_SOURCE_PATH", path)
                          .with("ARGOCD_APP_REVISION", revision))
                  .getManifestsList())
          .containsExactly(JSON);
    }
  }
}
