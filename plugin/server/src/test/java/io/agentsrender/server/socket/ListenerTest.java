package io.agentsrender.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.DataInputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a client that waits for its connection to be ready depends on. */
@Timeout(300)
class ListenerTest {
  private static final byte[] NO_SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

  @TempDir Path folder;

  @Test
  void greetsEveryClientThoughAllThreadsOfConnectionsAreBusy() throws Exception {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("it.sock"));
    Listener listener = Listener.open(Set.of());
    NettyServerBuilder builder = NettyServerBuilder.forAddress(address);
    listener.serve(builder);
    Server server = builder.build().start();
    CountDownLatch goOn = new CountDownLatch(1);
    listener.workers().forEach(worker -> worker.execute(() -> await(goOn)));
    for (int client = 0; client < 64; client++) {
      try (SocketChannel connection = SocketChannel.open(address)) {
        DataInputStream in = new DataInputStream(Channels.newInputStream(connection));
        assertThat(in.readNBytes(NO_SETTINGS.length)).isEqualTo(NO_SETTINGS);
      }
    }
    goOn.countDown();
    server.shutdownNow().awaitTermination();
    listener.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
