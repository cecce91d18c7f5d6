package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.ServeMain;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, with a heap of 64 MiB and a folder for temporary files. */
@Timeout(600)
class ServeProcessTest {
  private static final Checkout CHECKOUT =
      new Checkout()
          .configMap("app/c.yaml", "web", "yes")
          .file("hungry/Chart.yaml", "apiVersion: v2\nname: hungry\nversion: 1.0.0\n")
          .file(
              "hungry/templates/x.yaml",
              "{{ $x := \"x\" }}{{ range 100 }}{{ $x = print $x $x }}{{ end }}");
  private static final Sending GOOD = Sending.of(CHECKOUT, "web", "app");

  @TempDir Path folder;
  @TempDir Path temporary;

  private Process start() throws IOException {
    return start(Map.of());
  }

  private Process start(Map<String, String> more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            ServeMain.class.getName(),
            folder.toString());
    builder.environment().put("ARGOCD_PLUGINSOCKFILEPATH", folder.toString());
    builder.environment().put("AGENTS_RENDER_STOP_SECONDS", "" + Patience.LIMIT.toSeconds());
    builder.environment().putAll(more);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log().toFile()));
    Process process = builder.directory(temporary.toFile()).start();
    Patience.until("it serves", () -> answers() || !process.isAlive());
    return process;
  }

  /** The file is there a moment before anybody listens on it. */
  private boolean answers() {
    try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
      return connection.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Path socket() {
    return folder.resolve("agents-render.sock");
  }

  @Test
  void finishesItsRenderWhenItIsTerminated() throws Exception {
    Process process = start();
    try (FakeRepoServer repoServer = new FakeRepoServer(socket())) {
      CompletableFuture<ManifestResponse> call =
          repoServer.generate(Sending.of(CHECKOUT, "slow", "app"));
      Patience.until("it renders", () -> Files.exists(folder.resolve("begun")));
      process.destroy();
      Patience.until("the plugin is unregistered", () -> !Files.exists(socket()));
      assertThat(process.isAlive()).isTrue();
      Files.createFile(folder.resolve("go"));
      assertThat(call.join().getManifestsCount()).isEqualTo(1);
      // 128 and the number of SIGTERM, as of every program that ends by it.
      assertThat(process.waitFor()).isEqualTo(143);
      assertThat(log())
          .content()
          .contains("\"msg\":\"serving\"", "\"msg\":\"stopping\"", "\"msg\":\"stopped\"");
    } finally {
      process.destroyForcibly();
    }
  }

  /** One render holds the only thread, so that no sync is done when the process is killed. */
  @Test
  void everySyncSucceedsAfterAKillDuringSixtyFour() throws Exception {
    Map<String, String> oneThread = Map.of("AGENTS_RENDER_PARALLELISM", "1");
    Checkout checkout = new Checkout();
    for (int i = 0; i < 64; i++) {
      checkout.configMap("app-" + i + "/c.yaml", "web-" + i, "of " + i);
    }
    byte[] archive = checkout.pack();
    List<FakeRepoServer> connections = new ArrayList<>();
    Process process = start(oneThread);
    try {
      List<CompletableFuture<ManifestResponse>> calls = syncs(archive, connections);
      process.destroyForcibly().waitFor();
      assertThat(calls)
          .hasSize(64)
          .allSatisfy(call -> assertThatThrownBy(call::join).hasMessageContaining("UNAVAILABLE"));
      assertThat(socket()).as("left by the killed process").exists();
      assertThat(answers()).isFalse();

      process = start(oneThread);
      Files.createFile(folder.resolve("go"));
      calls = syncs(archive, connections);
      for (int i = 0; i < 64; i++) {
        assertThat(calls.get(i).join().getManifestsList())
            .singleElement()
            .asString()
            .contains("\"name\":\"web-" + i + "\"", "\"value\":\"of " + i + "\"");
      }
      process.destroy();
      assertThat(process.waitFor()).isEqualTo(143);
      assertThat(socket()).doesNotExist();
    } finally {
      process.destroyForcibly();
      connections.forEach(FakeRepoServer::close);
    }
  }

  /** Each on a connection of its own; the others come when the first is being rendered. */
  private List<CompletableFuture<ManifestResponse>> syncs(
      byte[] archive, List<FakeRepoServer> connections) {
    List<CompletableFuture<ManifestResponse>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      FakeRepoServer repoServer = new FakeRepoServer(socket());
      connections.add(repoServer);
      String name = i == 0 ? "slow" : "web-" + i;
      calls.add(repoServer.generate(Sending.of(archive, name, "app-" + i)));
      if (i == 0) {
        Patience.until("it renders", () -> Files.exists(folder.resolve("begun")));
      }
    }
    return calls;
  }

  @Test
  void goesOnWhereTheHeapIsTooSmallAndWritesNothing() throws Exception {
    Process process = start();
    try (FakeRepoServer repoServer = new FakeRepoServer(socket())) {
      byte[] noise = new byte[40 << 20];
      new Random(1).nextBytes(noise);
      Sending large =
          Sending.of(new Checkout().file("noise", noise), "web", ".").withChunk(1 << 20);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> repoServer.generate(large).join())
            .hasMessageContaining("for all repositories in use")
            .hasMessageContaining("AGENTS_RENDER_TREE_BYTES");
        assertThatThrownBy(() -> repoServer.generate(Sending.of(CHECKOUT, "web", "hungry")).join())
            .hasMessageContaining("MiB is too small for this render");
        assertThat(repoServer.generate(GOOD).join().getManifestsCount()).isEqualTo(1);
      }
      assertThat(temporary).isEmptyDirectory();
    } finally {
      process.destroyForcibly();
    }
  }
}
