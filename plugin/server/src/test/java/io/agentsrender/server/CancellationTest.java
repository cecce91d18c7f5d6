package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.RenderRequest;
import io.agentsrender.render.RenderResult;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.source.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that nobody waits for any more stops, and a deadline is met with an answer. */
@Timeout(60)
class CancellationTest {
  private static final Sending SENDING =
      Sending.of(new Checkout().configMap("app/c.yaml", "web", "yes"), "web", "app");

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /** A render without end, that can be interrupted. */
  private RenderResult endless(RenderRequest request) {
    begun.countDown();
    try {
      Thread.sleep(Duration.ofMinutes(5));
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
    return RenderResult.failed(List.of(Problem.error("rendering", "it was interrupted")));
  }

  @Test
  void aCancelledCallStopsItsRender() throws InterruptedException {
    try (TestServer server = TestServer.start(this::endless);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call = repoServer.generate(SENDING);
      begun.await();
      call.cancel(true);
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(server.log().await("cancelled by the repo-server")).isTrue();
    }
  }

  @Test
  void aCallThatWaitsIsTakenOutOfTheQueue() throws InterruptedException {
    ServerLimits one = ServerLimits.defaults().withParallelism(1);
    try (TestServer server = TestServer.start(one, this::endless);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> first = repoServer.generate(SENDING);
      begun.await();
      CompletableFuture<ManifestResponse> second = repoServer.generate(SENDING);
      while (server.server().usage().rendersWaiting() == 0) {
        Thread.sleep(5);
      }
      second.cancel(true);
      while (server.server().usage().rendersWaiting() > 0) {
        Thread.sleep(5);
      }
      assertThat(interrupted.getCount()).isEqualTo(1);
      first.cancel(true);
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void answersBeforeTheClientGivesUp() throws InterruptedException {
    try (TestServer server = TestServer.start(this::endless);
        FakeRepoServer repoServer = server.connect()) {
      Sending hasty = SENDING.withDeadline(Duration.ofMillis(900));
      assertThatThrownBy(() -> repoServer.generate(hasty).join())
          .hasMessageContaining("UNKNOWN: it took longer than")
          .hasMessageContaining("controller.repo.server.timeout.seconds");
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void callsWithoutDeadlineHaveOurs() {
    ServerLimits limits = ServerLimits.defaults().withTimeout(Duration.ofMillis(500));
    try (TestServer server = TestServer.start(limits, this::endless);
        FakeRepoServer repoServer = server.connect()) {
      assertThatThrownBy(() -> repoServer.generate(SENDING).join())
          .hasMessageContaining("UNKNOWN: it took longer than 0.")
          .hasMessageContaining("AGENTS_RENDER_MAX_SECONDS");
    }
  }

  @Test
  void aStreamThatStallsIsGivenUpAndAnsweredAtItsEnd() throws InterruptedException {
    ServerLimits limits = ServerLimits.defaults().withTimeout(Duration.ofMillis(300));
    try (TestServer server = TestServer.start(limits);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call =
          repoServer.generate(() ->
              List.of(
                      SENDING.metadataMessage(),
                      FakeRepoServer.chunk(SENDING.archive().substring(0, 10)),
                      FakeRepoServer.chunk(SENDING.archive().substring(10)))
                  .stream()
                  .peek(message -> pause(message.hasFile() ? 400 : 0))
                  .iterator());
      assertThatThrownBy(call::join).hasMessageContaining("it did not come in time");
      assertThat(server.server().usage().trees().bytes()).isZero();
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void callsThatCannotBeHeldInMemoryAreToldSo() {
    ServerLimits limits =
        ServerLimits.defaults()
            .withParallelism(1)
            .withTreeBytes(1 << 20)
            .withTimeout(Duration.ofMillis(800));
    try (TestServer server = TestServer.start(limits, this::endless);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> first = repoServer.generate(SENDING);
      Sending other = Sending.of(new Checkout().file("other", "x"), "other", ".");
      assertThatThrownBy(() -> repoServer.generate(other).join())
          .hasMessageContaining("there was no memory for it in time")
          .hasMessageContaining("AGENTS_RENDER_TREE_BYTES");
      assertThatThrownBy(first::join).hasMessageContaining("it took longer");
    }
  }
}
