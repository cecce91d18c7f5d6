package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.HandClock;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.server.rpc.Renderer;
import io.agentsrender.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the log says of a call that failed: whose it was, why, and in which stage, so that a page at
 * night can be sent to the right team.
 */
@Timeout(300)
class FailureCauseTest {
  private static final Sending WEB =
      Sending.of(
          new Checkout()
              .configMap("app/c.yaml", "web", "yes")
              .file("loop/Chart.yaml", "apiVersion: v2\nname: loop\nversion: 1.0.0\n")
              .file("loop/templates/x.yaml", "{{ range until 100000 }}{{ . }}{{ end }}")
              .file("far/kustomization.yaml", "resources: [https://git.example/far.yaml]\n"),
          "web",
          "app");

  private static final Renderer ENGINE = new Engine()::render;

  private static void fails(ServerLimits limits, Renderer renderer, Sending call, String... parts) {
    try (TestServer server = TestServer.start(limits, renderer);
        FakeRepoServer repoServer = server.connect()) {
      assertThatThrownBy(() -> repoServer.generate(call).join())
          .isInstanceOf(CompletionException.class);
      told(server, parts);
    }
  }

  private static void told(TestServer server, String... parts) {
    Patience.until(
        "one line says " + List.of(parts),
        () ->
            server
                .log()
                .text()
                .lines()
                .anyMatch(line ->
                    line.contains("\"application\":\"web\"")
                        && Stream.of(parts).allMatch(line::contains)));
  }

  @Test
  void ofTheRepository() {
    ServerLimits limits = ServerLimits.defaults();
    fails(limits, ENGINE, WEB.withPath("none"), "\"cause\":\"content\"", "Ms\":");
    fails(limits, ENGINE, WEB.withPath("far"), "\"cause\":\"refused\"", "\"path\":\"far\"");
    ServerLimits few = ServerLimits.read(Map.of("AGENTS_RENDER_MAX_STEPS", "1000"));
    fails(few, ENGINE, WEB.withPath("loop"), "\"cause\":\"limit\"", "\"renderMs\":");
    fails(
        limits,
        ENGINE,
        WEB.withChecksum("0".repeat(64)),
        "\"cause\":\"archive\"",
        "\"path\":\"app\"",
        "\"receiveMs\":");
  }

  @Test
  void ofWhatStandsElsewhere() {
    Problem unreachable = Problem.error("fetching", "it is down").withKind(Problem.Kind.REMOTE);
    fails(
        ServerLimits.defaults(),
        _ -> RenderResult.failed(List.of(unreachable)),
        WEB,
        "\"cause\":\"remote\"");
  }

  @Test
  void ofMemory() {
    String[] memory = {"\"cause\":\"memory\""};
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    byte[] large = new Checkout().file("app/noise", noise).pack();
    fails(
        ServerLimits.defaults().withTreeBytes(1 << 20),
        ENGINE,
        Sending.of(large, "web", "app"),
        memory);
    fails(
        ServerLimits.defaults(),
        _ -> {
          throw new OutOfMemoryError("Java heap space");
        },
        WEB,
        "\"cause\":\"memory\"",
        "\"renderMs\":");
  }

  @Test
  void ofTheProgram() {
    fails(
        ServerLimits.defaults(),
        _ -> {
          throw new IllegalStateException("s3cr3t");
        },
        WEB,
        "\"cause\":\"fault\"",
        "\"renderMs\":");
  }

  @Test
  void ofTimeWhileItIsRendered() throws InterruptedException {
    HandClock clock = new HandClock();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Renderer slow =
        request -> {
          begun.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            end.countDown();
          }
          return ENGINE.render(request);
        };
    ServerLimits limits = ServerLimits.defaults();
    try (TestServer server = TestServer.start(limits, slow, clock);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call = repoServer.generate(WEB);
      begun.await();
      clock.advance(limits.timeout());
      assertThatThrownBy(call::join).hasMessageContaining("it took longer than");
      told(server, "\"cause\":\"deadline\"", "\"renderMs\":" + limits.timeout().toMillis());
      end.await();
    }
  }

  @Test
  void ofTimeWhileItComes() {
    HandClock clock = new HandClock();
    CountDownLatch late = new CountDownLatch(1);
    ServerLimits limits = ServerLimits.defaults();
    try (TestServer server = TestServer.start(limits, ENGINE, clock);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call =
          repoServer.generate(() ->
              Stream.of(WEB.metadataMessage(), FakeRepoServer.chunk(WEB.archive()))
                  .peek(message -> {
                    if (message.hasFile()) {
                      Patience.until("it is late", () -> late.getCount() == 0);
                    }
                  })
                  .iterator());
      Patience.until("it begins", () -> server.server().usage().trees().bytes() > 0);
      clock.advance(limits.timeout());
      late.countDown();
      assertThatThrownBy(call::join).hasMessageContaining("it did not come in time");
      told(server, "\"cause\":\"deadline\"", "\"receiveMs\":" + limits.timeout().toMillis());
    }
  }
}
