package io.agentsrender.server.socket;

import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The listening end of a socket. A client of Argo CD 3.2 and newer whose connection is lost before
 * it has seen it ready waits for ever, whatever the server ({@code util/grpc.waitForReady}). So it
 * is greeted as it is accepted, by a thread that has nothing else to do, and an orderly stop lets
 * those go on that are still on their way.
 */
public final class Listener {
  private static final int WORKERS = 2;
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final ServerSocketChannel channel;
  private final Arrivals arrivals;
  private final EventLoopGroup acceptor =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoopGroup workers;

  private Listener(ServerSocketChannel channel, Arrivals arrivals) {
    this.channel = channel;
    this.arrivals = arrivals;
    this.workers = new GreetingLoops(arrivals);
  }

  /**
   * One that is not bound yet.
   *
   * @param last the full names of the methods after which a client makes no other call
   */
  public static Listener open(Set<String> last) throws IOException {
    return new Listener(
        ServerSocketChannel.open(StandardProtocolFamily.UNIX), new Arrivals(Set.copyOf(last)));
  }

  /** Lets a server listen here. */
  public void serve(NettyServerBuilder server) {
    server
        .channelFactory(() -> new NioServerDomainSocketChannel(channel))
        .bossEventLoopGroup(acceptor)
        .workerEventLoopGroup(workers)
        .addTransportFilter(arrivals)
        .intercept(arrivals);
  }

  EventLoopGroup workers() {
    return workers;
  }

  /**
   * Waits until everybody who has reached the socket has begun the last call or is gone. To be
   * called once nobody can reach it any more.
   */
  public void awaitArrivals(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      awaitAccepted(end);
      arrivals.awaitNone(end);
    } catch (IOException e) {
      // Nobody can be waited for on a socket that is closed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAccepted(long end) throws IOException, InterruptedException {
    try (Selector connections = Selector.open()) {
      channel.register(connections, SelectionKey.OP_ACCEPT);
      while (connections.selectNow() > 0 && System.nanoTime() - end < 0) {
        connections.selectedKeys().clear();
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
    // What it is about to greet, it has greeted then.
    acceptor.submit(() -> {}).await(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  /** Frees the threads, and the socket where no server has taken it. */
  public void close() {
    Future<?> _ = acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    Future<?> _ = workers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    try {
      channel.close();
    } catch (IOException e) {
      // There is nothing left to do with it.
    }
  }

  /** The threads of connections, which may be busy with archives when another is accepted. */
  private static final class GreetingLoops extends MultiThreadIoEventLoopGroup {
    /** RFC 9113, 6.5: no settings, which Netty's own follow. */
    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

    private final Arrivals arrivals;

    GreetingLoops(Arrivals arrivals) {
      super(WORKERS, NioIoHandler.newFactory());
      this.arrivals = arrivals;
    }

    /** Is called by the accepting thread. */
    @Override
    public ChannelFuture register(Channel connection) {
      arrivals.accepted();
      if (connection instanceof AbstractNioChannel accepted
          && accepted.unsafe().ch() instanceof WritableByteChannel client) {
        try {
          client.write(ByteBuffer.wrap(SETTINGS));
        } catch (IOException e) {
          // It is gone already, as Netty will notice.
        }
      }
      return super.register(connection);
    }
  }
}
