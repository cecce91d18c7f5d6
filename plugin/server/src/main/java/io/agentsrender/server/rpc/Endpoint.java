package io.agentsrender.server.rpc;

import com.google.common.util.concurrent.MoreExecutors;
import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.socket.Listener;
import io.agentsrender.server.socket.SocketFile;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One plugin's socket and the gRPC server on it. */
public final class Endpoint {
  /** On its one connection, the repo-server makes no call after one of them. */
  private static final Set<String> LAST_CALLS =
      Set.of(
          ConfigManagementPluginServiceGrpc.getGenerateManifestMethod().getFullMethodName(),
          ConfigManagementPluginServiceGrpc.getGetParametersAnnouncementMethod()
              .getFullMethodName());

  /**
   * Of one connection, whose bytes wait outside the heap while nobody asks for them. It is set as
   * {@code flowControlWindow}: {@code initialFlowControlWindow} turns gRPC's automatic tuning on,
   * which lets every connection grow to 8 MiB (AbstractNettyHandler.FlowControlPinger).
   */
  private static final int WINDOW_BYTES = 256 << 10;

  /** For those who have just connected to begin their calls. */
  private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(5);

  /** For connections to be closed. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final SocketFile file;
  private final Server server;
  private final HealthStatusManager health;
  private final Listener listener;

  private Endpoint(SocketFile file, Server server, HealthStatusManager health, Listener listener) {
    this.file = file;
    this.server = server;
    this.health = health;
    this.listener = listener;
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
    health.setStatus(ConfigManagementPluginServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
    Listener listener = Listener.open(LAST_CALLS);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(file.address())
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
    listener.serve(builder);
    workshop.tracing().interceptor().ifPresent(builder::intercept);
    try {
      return new Endpoint(file, builder.build().start(), health, listener);
    } catch (IOException e) {
      listener.close();
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
   * Unregisters the plugin: nobody can connect any more.
   *
   * @throws IOException where the socket stays behind: the next start replaces it
   */
  public void close() throws IOException {
    try {
      file.remove();
    } finally {
      health.enterTerminalState();
    }
  }

  /**
   * Waits for calls in flight, and for those of clients that have just connected. False where they
   * take longer.
   */
  public boolean awaitIdle(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    if (!server.isShutdown()) {
      listener.awaitArrivals(longest.compareTo(LONGEST_ARRIVAL) < 0 ? longest : LONGEST_ARRIVAL);
      server.shutdown();
    }
    try {
      return server.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends what is still in flight. */
  public void end() {
    server.shutdownNow();
    awaitIdle(LAST_WORDS);
    listener.close();
  }
}
