package io.agentsrender.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsrender.cli.rehearsal.SyncClient;
import io.agentsrender.render.Engine;
import io.agentsrender.server.PluginServer;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.ServerLimits;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LogLines;
import io.agentsrender.server.plugin.PluginDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

@Timeout(300)
class SidecarContainerIT {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root"), "argocd-cmp/example");
  private static final List<String> APPLICATIONS =
      List.of(
          "argocd/applications/agents",
          "argocd/applications/jangar",
          "argocd/applications/jangar-preview",
          "charts/agents");
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ARGOCD_APP_NAME", "agents",
          "ARGOCD_APP_NAMESPACE", "agents",
          "KUBE_VERSION", "1.33.1",
          "KUBE_API_VERSIONS", "apps/v1,apps/v1/Deployment,argoproj.io/v1alpha1/Rollout,v1");

  private static DockerImageName image;

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path sockets;

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no container engine answers (DOCKER_HOST): the image is built, but not run");
    image = SidecarContainer.loaded();
    Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @Test
  void answersAsThisProcessDoesAndStopsCleanly() throws IOException {
    List<List<String>> expected = here();
    try (SidecarContainer container = new SidecarContainer(image, sockets)) {
      container.start();
      Path socket = sockets.resolve("agents-render.sock");
      try (SyncClient client = new SyncClient(socket, EXAMPLE.toRealPath())) {
        assertThat(sync(client)).isEqualTo(expected);
        assertThatThrownBy(() -> client.sync("charts/missing", ENVIRONMENT).join())
            .hasMessageContaining("charts/missing");
        // Sixty-four at once within the container's 256 MiB.
        List<CompletableFuture<List<String>>> syncs =
            Stream.generate(() -> client.sync(APPLICATIONS.getFirst(), ENVIRONMENT))
                .limit(64)
                .toList();
        assertThat(syncs).allSatisfy(s -> assertThat(s.join()).isEqualTo(expected.getFirst()));
      }
      container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
      assertThat(socket).doesNotExist();
      assertThat(container.getLogs()).contains("\"stopped\"").doesNotContain("OutOfMemory");
    }
  }

  @Test
  void rendersAFolderOfThisMachine() {
    try (SidecarContainer container = new SidecarContainer(image, EXAMPLE)) {
      container.withCommand("render", "/plugins/argocd/applications/jangar", "--output", "name");
      container.waitingFor(
          new org.testcontainers.containers.wait.strategy.LogMessageWaitStrategy()
              .withRegEx("(?i).*deployment.*\n"));
      container.start();
      assertThat(container.getLogs()).containsIgnoringCase("service");
    }
  }

  private static List<List<String>> here() throws IOException {
    Path folder = Files.createTempDirectory("cmp");
    EventLog log =
        new LogLines(
            new PrintStream(OutputStream.nullOutputStream()),
            EventLog.Level.INFO,
            LogLines.Format.JSON);
    ServerConfig config =
        new ServerConfig(
            List.of(PluginDefinition.DEFAULT),
            folder,
            ServerLimits.defaults(),
            Map.of(),
            "here",
            List.of());
    try (PluginServer server = PluginServer.start(config, new Engine()::render, log);
        SyncClient client =
            new SyncClient(server.sockets().getFirst().path(), EXAMPLE.toRealPath())) {
      return sync(client);
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private static List<List<String>> sync(SyncClient client) {
    List<List<String>> answers = new ArrayList<>();
    for (String application : APPLICATIONS) {
      answers.add(client.sync(application, ENVIRONMENT).join());
    }
    return answers;
  }
}
