package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client sends no further ahead than there is memory for, however fast it has been before. */
@Timeout(300)
class FlowControlTest {
  private static final int CHUNK = 16 << 10;

  /** The window, what the client's gRPC keeps to itself, and a chunk of each. */
  private static final int MOST = (256 << 10) + (32 << 10) + 2 * CHUNK;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  private RenderResult patient(RenderRequest request) {
    if (request.application().name().equals("first")) {
      begun.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Engine().render(request);
  }

  @Test
  void aCallThatWaitsForMemoryIsSentOneWindow() throws InterruptedException {
    Sending first =
        Sending.of(new Checkout().configMap("app/c.yaml", "web", "yes"), "first", "app");
    byte[] noise = new byte[8 << 20];
    new Random(1).nextBytes(noise);
    Checkout large = new Checkout().configMap("app/c.yaml", "web", "yes").file("noise", noise);
    Sending waiting = Sending.of(large, "second", "app").withChunk(CHUNK);
    ServerLimits limits = ServerLimits.defaults().withTreeBytes(40 << 20);
    try (TestServer server = TestServer.start(limits, this::patient);
        FakeRepoServer other = server.connect();
        FakeRepoServer repoServer = server.connect()) {
      // Every byte lets the automatic window, where there is one, grow.
      AppStreamRequest chunk = FakeRepoServer.chunk(ByteString.copyFrom(new byte[CHUNK]));
      assertThatThrownBy(() -> repoServer.generate(Collections.nCopies(8192, chunk)).join())
          .hasMessageContaining("before the metadata");

      CompletableFuture<ManifestResponse> holder = other.generate(first);
      begun.await();
      CompletableFuture<ManifestResponse> call = repoServer.generate(waiting);
      Patience.until("it waits", () -> server.server().usage().trees().waiting() == 1);
      awaitStandstill(repoServer);
      assertThat(repoServer.lastSent() * CHUNK).isLessThanOrEqualTo(MOST);

      go.countDown();
      assertThat(holder.join().getManifestsCount()).isEqualTo(1);
      assertThat(call.join().getManifestsCount()).isEqualTo(1);
    }
  }

  /** A busy machine may make a client stand still earlier, and so find less, never more. */
  private static void awaitStandstill(FakeRepoServer repoServer) {
    int[] last = {0};
    int[] calm = {0};
    Patience.until(
        "the client stands still",
        () -> {
          calm[0] = repoServer.lastSent() == last[0] ? calm[0] + 1 : 0;
          last[0] = repoServer.lastSent();
          return last[0] > 0 && calm[0] == 40;
        });
  }
}
