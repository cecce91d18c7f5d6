package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.Engine;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.LogCapture;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.socket.UnusableSocketException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The socket file from the start to the end of a server. */
@Timeout(300)
class StopTest {
  private static final Sending SENDING =
      Sending.of(new Checkout().configMap("app/c.yaml", "web", "yes"), "web", "app");

  @TempDir Path folder;

  private ServerConfig config() {
    return new ServerConfig(
        List.of(PluginDefinition.DEFAULT),
        folder,
        ServerLimits.defaults(),
        Map.of(),
        "test",
        List.of());
  }

  private PluginServer start() throws IOException {
    return PluginServer.start(config(), new Engine()::render, new LogCapture());
  }

  @Test
  void finishesWhatItHasAndTakesNoMore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TestServer server =
        TestServer.start(request -> {
          begun.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new Engine().render(request);
        });
    Path socket = server.socket();
    try (FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call = repoServer.generate(SENDING);
      begun.await();
      Thread stop = Thread.startVirtualThread(() -> server.server().stop(Patience.LIMIT));
      Patience.until("the socket is gone", () -> !Files.exists(socket));
      try (FakeRepoServer late = new FakeRepoServer(socket)) {
        assertThatThrownBy(late::check).hasMessageContaining("UNAVAILABLE");
      }
      assertThat(stop.isAlive()).isTrue();
      goOn.countDown();
      assertThat(call.join().getManifestsCount()).isEqualTo(1);
      stop.join();
    }
    server.close();
  }

  @Test
  void waitsForTheCallOfAClientThatHasJustConnected() throws Exception {
    TestServer server = TestServer.start();
    Path socket = server.socket();
    try (FakeRepoServer repoServer = server.connect();
        FakeRepoServer another = server.connect()) {
      repoServer.check();
      another.check();
      Thread stop = Thread.startVirtualThread(() -> server.server().stop(Patience.LIMIT));
      Patience.until("the socket is gone", () -> !Files.exists(socket));
      assertThat(repoServer.check().getProvideGitCreds()).isFalse();
      assertThat(repoServer.generate(SENDING).join().getManifestsCount()).isEqualTo(1);
      assertThat(stop.isAlive()).isTrue();
      assertThat(another.generate(SENDING).join().getManifestsCount()).isEqualTo(1);
      stop.join();
    }
    server.close();
  }

  @Test
  void answersWhatTakesLongerThanTheGrace() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    TestServer server =
        TestServer.start(request -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Engine().render(request);
        });
    try (FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call = repoServer.generate(SENDING);
      begun.await();
      server.server().stop(Duration.ofMillis(1), Patience.LIMIT);
      assertThatThrownBy(call::join)
          .hasMessageContaining("UNKNOWN: the plugin was stopped after")
          .hasMessageContaining("Refresh the application");
      server.log().await("\"cause\":\"stopped\"");
    }
    server.close();
  }

  @Test
  void answersWhatHasNotAllComeOnceItIsSentToTheEnd() throws Exception {
    TestServer server = TestServer.start();
    CountDownLatch stopping = new CountDownLatch(1);
    try (FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call =
          repoServer.generate(() ->
              Stream.of(SENDING.metadataMessage(), FakeRepoServer.chunk(SENDING.archive()))
                  .peek(message -> {
                    if (message.hasFile()) {
                      Patience.until("it stops", () -> stopping.getCount() == 0);
                    }
                  })
                  .iterator());
      Patience.until("it begins", () -> server.server().usage().trees().bytes() > 0);
      Thread stop =
          Thread.startVirtualThread(
              () -> server.server().stop(Duration.ofMillis(1), Patience.LIMIT));
      Patience.until("it is given up", () -> server.server().usage().trees().bytes() == 0);
      stopping.countDown();
      assertThatThrownBy(call::join).hasMessageContaining("UNKNOWN: the plugin is being stopped");
      stop.join();
    }
    server.close();
  }

  @Test
  void replacesTheSocketOfACrashedServer() throws IOException {
    Path socket = folder.resolve("agents-render.sock");
    try (ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      crashed.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThat(socket).exists();
    try (PluginServer _ = start();
        FakeRepoServer repoServer = new FakeRepoServer(socket)) {
      assertThat(repoServer.generate(SENDING).join().getManifestsCount()).isEqualTo(1);
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void refusesToReplaceALiveServer() throws IOException {
    try (PluginServer first = start();
        FakeRepoServer repoServer = new FakeRepoServer(first.sockets().getFirst().path())) {
      assertThatThrownBy(this::start)
          .isInstanceOf(UnusableSocketException.class)
          .hasMessageContaining("another server answers on");
      assertThat(repoServer.check().getProvideGitCreds()).isFalse();
    }
  }

  @Test
  void refusesToReplaceAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("agents-render.sock"), "mine");
    assertThatThrownBy(this::start)
        .hasMessage(
            file
                + ": a file is there that is no socket; Remove it, or give this plugin another"
                + " name.");
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesAPathThatNoSocketCanHave() {
    PluginDefinition plugin = PluginDefinition.DEFAULT;
    for (String deep : List.of("n".repeat(120), "missing")) {
      ServerConfig config =
          new ServerConfig(
              List.of(plugin),
              folder.resolve(deep),
              ServerLimits.defaults(),
              Map.of(),
              "",
              List.of());
      assertThatThrownBy(() -> PluginServer.start(config, new Engine()::render, new LogCapture()))
          .isInstanceOf(UnusableSocketException.class)
          .hasMessageContaining("ARGOCD_PLUGINSOCKFILEPATH");
    }
  }
}
