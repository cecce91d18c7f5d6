package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.HandClock;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.source.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that nobody waits for any more stops, and a deadline is met with an answer. */
@Timeout(300)
class CancellationTest {
  private static final Sending SENDING =
      Sending.of(new Checkout().configMap("app/c.yaml", "web", "yes"), "web", "app");

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /** A render without end, that can be interrupted. */
  private RenderResult endless(RenderRequest request) {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
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
      interrupted.await();
      server.log().await("cancelled by the repo-server");
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
      Patience.until("it waits", () -> server.server().usage().rendersWaiting() == 1);
      second.cancel(true);
      Patience.until("none waits", () -> server.server().usage().rendersWaiting() == 0);
      assertThat(interrupted.getCount()).isEqualTo(1);
      first.cancel(true);
      interrupted.await();
    }
  }

  @Test
  void answersBeforeTheClientGivesUp() throws InterruptedException {
    HandClock clock = new HandClock();
    try (TestServer server = TestServer.start(ServerLimits.defaults(), this::endless, clock);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call =
          repoServer.generate(SENDING.withDeadline(Patience.LIMIT));
      begun.await();
      clock.advance(Patience.LIMIT.minusMillis(100));
      assertThatThrownBy(call::join)
          .hasMessageContaining("UNKNOWN: it took longer than 119.9 s, the time Argo CD gives it")
          .hasMessageContaining("controller.repo.server.timeout.seconds");
      interrupted.await();
    }
  }

  @Test
  void callsWithoutDeadlineHaveOurs() throws InterruptedException {
    HandClock clock = new HandClock();
    ServerLimits limits = ServerLimits.defaults().withTimeout(Duration.ofSeconds(20));
    try (TestServer server = TestServer.start(limits, this::endless, clock);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> call = repoServer.generate(SENDING);
      begun.await();
      clock.advance(Duration.ofSeconds(19));
      assertThat(call).isNotDone();
      clock.advance(Duration.ofSeconds(1));
      assertThatThrownBy(call::join)
          .hasMessageContaining("UNKNOWN: it took longer than 20.0 s")
          .hasMessageContaining("AGENTS_RENDER_MAX_SECONDS");
    }
  }

  @Test
  void aStreamThatStallsIsGivenUpAndAnsweredAtItsEnd() {
    HandClock clock = new HandClock();
    ServerLimits limits = ServerLimits.defaults();
    try (TestServer server = TestServer.start(limits, this::endless, clock);
        FakeRepoServer repoServer = server.connect()) {
      CountDownLatch stalled = new CountDownLatch(1);
      CompletableFuture<ManifestResponse> call =
          repoServer.generate(() ->
              Stream.of(
                      SENDING.metadataMessage(),
                      FakeRepoServer.chunk(SENDING.archive().substring(0, 10)),
                      FakeRepoServer.chunk(SENDING.archive().substring(10)))
                  .peek(message -> {
                    if (message.getFile().getChunk().size() > 10) {
                      awaitQuietly(stalled);
                    }
                  })
                  .iterator());
      Patience.until("it begins", () -> server.server().usage().trees().bytes() > 0);
      clock.advance(limits.timeout());
      assertThat(server.server().usage().trees().bytes()).isZero();
      assertThat(call).as("no answer before the half-close").isNotDone();
      stalled.countDown();
      assertThatThrownBy(call::join).hasMessageContaining("it did not come in time");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void callsThatCannotBeHeldInMemoryAreToldSo() throws InterruptedException {
    HandClock clock = new HandClock();
    ServerLimits limits = ServerLimits.defaults().withParallelism(1).withTreeBytes(1 << 20);
    try (TestServer server = TestServer.start(limits, this::endless, clock);
        FakeRepoServer repoServer = server.connect()) {
      CompletableFuture<ManifestResponse> first = repoServer.generate(SENDING);
      begun.await();
      Sending other = Sending.of(new Checkout().file("other", "x"), "other", ".");
      CompletableFuture<ManifestResponse> second = repoServer.generate(other);
      Patience.until("it waits", () -> server.server().usage().trees().waiting() == 1);
      clock.advance(limits.timeout().multipliedBy(3).dividedBy(4));
      assertThatThrownBy(second::join)
          .hasMessageContaining("there was no memory for it in time")
          .hasMessageContaining("AGENTS_RENDER_TREE_BYTES");
      assertThat(first).as("the one that holds the memory").isNotDone();
      clock.advance(limits.timeout().dividedBy(4));
      assertThatThrownBy(first::join).hasMessageContaining("it took longer");
    }
  }
}
