package io.agentsrender.server.rpc;

import com.google.common.util.concurrent.MoreExecutors;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.socket.SocketFile;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One plugin's socket and the gRPC server on it. */
public final class Endpoint {
  private static final int IO_THREADS = 2;

  /**
   * Of one connection, whose bytes wait outside the heap while nobody asks for them. It is set as
   * {@code flowControlWindow}: {@code initialFlowControlWindow} turns gRPC's automatic tuning on,
   * which lets every connection grow to 8 MiB (AbstractNettyHandler.FlowControlPinger).
   */
  private static final int WINDOW_BYTES = 256 << 10;

  /** For connections to be closed. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final SocketFile file;
  private final Server server;
  private final HealthStatusManager health;
  private final EventLoopGroup loops;

  private Endpoint(
      SocketFile file, Server server, HealthStatusManager health, EventLoopGroup loops) {
    this.file = file;
    this.server = server;
    this.health = health;
    this.loops = loops;
  }

  /**
   * Binds the socket and serves.
   *
   * @param executor for what streams bring
   */
  public static Endpoint bind(
      SocketFile file,
      PluginDefinition plugin,
      Workshop workshop,
      Executor executor,
      String version)
      throws IOException {
    HealthStatusManager health = new HealthStatusManager();
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(IO_THREADS, NioIoHandler.newFactory());
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(file.address())
            .channelType(NioServerDomainSocketChannel.class)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .executor(executor)
            .callExecutor(new UnaryAtOnce())
            .maxInboundMessageSize(workshop.messageLimit())
            .flowControlWindow(WINDOW_BYTES)
            // The repo-server pings every 20 s, and Go at most every 10 s; where both ends are in
            // one pod, there is nothing to enforce.
            .permitKeepAliveTime(0, TimeUnit.NANOSECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(new PluginService(plugin, workshop))
            .addService(new VersionService(version))
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance());
    workshop.tracing().interceptor().ifPresent(builder::intercept);
    try {
      return new Endpoint(file, builder.build().start(), health, loops);
    } catch (IOException e) {
      Future<?> _ = loops.shutdownGracefully();
      throw file.cannotBind(e);
    }
  }

  /**
   * Calls with one small message are answered where they are read, so that they never wait behind
   * archives and renders.
   */
  private static final class UnaryAtOnce implements ServerCallExecutorSupplier {
    @Override
    public <ReqT, RespT> @Nullable Executor getExecutor(
        ServerCall<ReqT, RespT> call, Metadata metadata) {
      return call.getMethodDescriptor().getType() == MethodType.UNARY
          ? MoreExecutors.directExecutor()
          : null;
    }
  }

  public SocketFile file() {
    return file;
  }

  /**
   * Unregisters the plugin and takes no more calls.
   *
   * @throws IOException where the socket stays behind: the next start replaces it
   */
  public void close() throws IOException {
    try {
      file.remove();
    } finally {
      health.enterTerminalState();
      server.shutdown();
    }
  }

  /** Waits for calls in flight. False where they take longer. */
  public boolean awaitIdle(Duration longest) {
    try {
      return server.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends what is still in flight. */
  public void end() {
    server.shutdownNow();
    awaitIdle(LAST_WORDS);
    Future<?> _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
