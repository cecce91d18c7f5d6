package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a commit to a repository of many applications sets off. */
@Timeout(300)
class ManyCallsTest {
  private static Checkout monorepo(int applications) {
    Checkout checkout = new Checkout().withGit();
    for (int i = 0; i < applications; i++) {
      checkout.configMap("apps/a" + i + "/config.yaml", "a" + i, "v" + i);
    }
    return checkout;
  }

  @Test
  void hundredsOfShortConnections() throws Exception {
    byte[] archive = monorepo(300).pack();
    try (TestServer server = TestServer.start();
        ExecutorService clients = Executors.newFixedThreadPool(32)) {
      List<Future<ManifestResponse>> syncs = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        Sending sending = Sending.of(archive, "a" + i, "apps/a" + i).withChunk(16 << 10);
        boolean old = i % 10 == 0;
        syncs.add(
            clients.submit(() -> {
              try (FakeRepoServer repoServer = server.connect()) {
                return old
                    ? repoServer.syncAsOldRelease(sending)
                    : repoServer.syncAsNewRelease(sending);
              }
            }));
      }
      for (int i = 0; i < 300; i++) {
        assertThat(syncs.get(i).get().getManifestsList())
            .singleElement()
            .asString()
            .contains("\"name\":\"a" + i + "\"", "\"value\":\"v" + i + "\"");
      }
      assertThat(server.server().usage().trees().trees()).as("one tree for all").isEqualTo(1);
    }
  }

  @Test
  void sixtyFourRendersAtTheSameTime() {
    CyclicBarrier together = new CyclicBarrier(64);
    Engine engine = new Engine();
    ServerLimits limits = ServerLimits.defaults().withParallelism(64);
    byte[] archive = monorepo(64).pack();
    try (TestServer server =
            TestServer.start(
                limits,
                request -> {
                  await(together);
                  return engine.render(request);
                });
        FakeRepoServer repoServer = server.connect()) {
      List<CompletableFuture<ManifestResponse>> calls =
          IntStream.range(0, 64)
              .mapToObj(i -> repoServer.generate(Sending.of(archive, "a" + i, "apps/a" + i)))
              .toList();
      for (int i = 0; i < 64; i++) {
        assertThat(calls.get(i).join().getManifests(0)).contains("\"name\":\"a" + i + "\"");
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherApplicationsRenderComesNext() throws Exception {
    List<String> order = new ArrayList<>();
    CountDownLatch queued = new CountDownLatch(1);
    byte[] archive = monorepo(2).pack();
    ServerLimits limits = ServerLimits.defaults().withParallelism(1);
    try (TestServer server = TestServer.start(limits, request -> inOrder(request, order, queued));
        FakeRepoServer repoServer = server.connect()) {
      Sending busy = Sending.of(archive, "busy", "apps/a0").withChunk(1 << 20);
      List<CompletableFuture<ManifestResponse>> calls = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        calls.add(repoServer.generate(busy));
      }
      Patience.until("999 wait", () -> server.server().usage().rendersWaiting() == 999);
      calls.add(repoServer.generate(Sending.of(archive, "quiet", "apps/a1")));
      Patience.until("1000 wait", () -> server.server().usage().rendersWaiting() == 1000);
      assertThat(repoServer.check().getIsDiscoveryConfigured()).isFalse();
      queued.countDown();
      calls.forEach(CompletableFuture::join);
      assertThat(order.subList(0, 2)).containsExactly("busy", "quiet");
    }
  }

  private static RenderResult inOrder(
      RenderRequest request, List<String> order, CountDownLatch queued) {
    order.add(request.application().name());
    try {
      queued.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Engine().render(request);
  }

  @Test
  void anArchiveWithTwentyThousandFiles() {
    Checkout checkout = new Checkout();
    for (int i = 0; i < 20_000; i++) {
      checkout.file("charts/c" + i % 500 + "/templates/file-" + i + ".yaml", "line: " + i + "\n");
    }
    checkout.configMap("app/c.yaml", "web", "yes");
    Sending sending = Sending.of(checkout, "web", "app");
    try (TestServer server = TestServer.start();
        FakeRepoServer repoServer = server.connect()) {
      assertThat(repoServer.syncAsNewRelease(sending).getManifestsCount()).isEqualTo(1);
      assertThat(repoServer.syncAsNewRelease(sending).getManifestsCount()).isEqualTo(1);
      server.log().await("\"treeHeld\":true,\"treeFiles\":20001");
    }
  }
}
