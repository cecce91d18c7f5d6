package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.render.Engine;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A render that takes as long as it says, while the client pings every 20 s as the repo-server
 * does. It takes minutes, and so runs with {@code -Dslow=true} only; what it stands for is tested
 * in seconds by {@link KeepAliveTest}.
 */
@EnabledIfSystemProperty(named = "slow", matches = "true")
class LongRenderTest {
  @Test
  void aRenderOfTwoAndAHalfMinutesSurvives() {
    Sending sending =
        Sending.of(new Checkout().configMap("app/c.yaml", "web", "yes"), "web", "app");
    try (TestServer server =
            TestServer.start(request -> {
              try {
                Thread.sleep(Duration.ofSeconds(150));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return new Engine().render(request);
            });
        FakeRepoServer repoServer = server.connect()) {
      assertThat(repoServer.generate(sending).join().getManifestsCount()).isEqualTo(1);
    }
  }
}
