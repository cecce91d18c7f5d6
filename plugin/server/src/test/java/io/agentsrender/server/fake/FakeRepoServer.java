package io.agentsrender.server.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.CheckPluginConfigurationResponse;
import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc;
import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc.ConfigManagementPluginServiceStub;
import io.agentsrender.proto.plugin.File;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.proto.plugin.ParametersAnnouncementResponse;
import io.agentsrender.proto.plugin.RepositoryResponse;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One connection of a repo-server to a plugin: it makes a new one for every detection. */
public final class FakeRepoServer implements AutoCloseable {
  private static final EventLoopGroup LOOPS =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

  /** Warns at every connection of an option that unix sockets do not have. */
  private static final Logger NOISY = Logger.getLogger("io.netty.bootstrap");

  static {
    NOISY.setLevel(Level.SEVERE);
  }

  /** How the releases of grpc-go write the authority of a unix socket. */
  public enum Authority {
    RAW_PATH,
    ENCODED_PATH,
    LOCALHOST
  }

  /** One of the streaming calls. */
  private interface Method<R> {
    StreamObserver<AppStreamRequest> call(
        ConfigManagementPluginServiceStub stub, StreamObserver<R> answer);
  }

  private final ManagedChannel channel;
  private final AtomicInteger sent = new AtomicInteger();

  /** One that adds to its calls what the interceptors add. */
  public FakeRepoServer(Path socket, ClientInterceptor... interceptors) {
    this(socket, Authority.ENCODED_PATH, interceptors);
  }

  public FakeRepoServer(Path socket, Authority authority, ClientInterceptor... interceptors) {
    String path = socket.toAbsolutePath().toString();
    channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(path))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(LOOPS)
            .usePlaintext()
            .overrideAuthority(
                switch (authority) {
                  case RAW_PATH -> path;
                  case ENCODED_PATH -> URLEncoder.encode(path.substring(1), UTF_8);
                  case LOCALHOST -> "localhost";
                })
            .intercept(interceptors)
            .keepAliveTime(20, TimeUnit.SECONDS)
            .maxInboundMessageSize(100 << 20)
            .build();
  }

  public ManagedChannel channel() {
    return channel;
  }

  public CheckPluginConfigurationResponse check() {
    return ConfigManagementPluginServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(Patience.LIMIT)
        .checkPluginConfiguration(Empty.getDefaultInstance());
  }

  public CompletableFuture<ManifestResponse> generate(Sending sending) {
    return send(sending, ConfigManagementPluginServiceStub::generateManifest);
  }

  public CompletableFuture<RepositoryResponse> match(Sending sending) {
    return send(sending, ConfigManagementPluginServiceStub::matchRepository);
  }

  public CompletableFuture<ParametersAnnouncementResponse> announcements(Sending sending) {
    return send(sending, ConfigManagementPluginServiceStub::getParametersAnnouncement);
  }

  /** Up to 2.12: the archive goes over twice, whatever the answer to the first call. */
  public ManifestResponse syncAsOldRelease(Sending sending) {
    match(sending).join();
    return generate(sending).join();
  }

  /** Since 2.14: two questions about the configuration, and a match only where it is wanted. */
  public ManifestResponse syncAsNewRelease(Sending sending) {
    if (check().getIsDiscoveryConfigured()) {
      match(sending).join();
    }
    check();
    return generate(sending).join();
  }

  /** Sends these messages and the half-close, whatever they are. */
  public CompletableFuture<ManifestResponse> generate(Iterable<AppStreamRequest> messages) {
    return send(
        messages, Optional.empty(), true, ConfigManagementPluginServiceStub::generateManifest);
  }

  /** Sends these messages and then nothing: the call stays open until it is cancelled. */
  public CompletableFuture<ManifestResponse> generateUnfinished(
      Iterable<AppStreamRequest> messages) {
    return send(
        messages, Optional.empty(), false, ConfigManagementPluginServiceStub::generateManifest);
  }

  private <R> CompletableFuture<R> send(Sending sending, Method<R> method) {
    return send(sending::messages, sending.deadline(), true, method);
  }

  private <R> CompletableFuture<R> send(
      Iterable<AppStreamRequest> messages,
      Optional<Duration> deadline,
      boolean halfClose,
      Method<R> method) {
    OneAnswer<R> answer = new OneAnswer<>();
    ConfigManagementPluginServiceStub stub = ConfigManagementPluginServiceGrpc.newStub(channel);
    StreamObserver<AppStreamRequest> requests =
        method.call(deadline.map(stub::withDeadlineAfter).orElse(stub), answer);
    sent.set(0);
    answer.sendWhenReady(
        requests,
        observer -> {
          for (AppStreamRequest message : messages) {
            answer.awaitReady();
            if (answer.future().isDone()) {
              return;
            }
            observer.onNext(message);
            sent.incrementAndGet();
          }
          if (halfClose) {
            observer.onCompleted();
          }
        });
    return answer.future();
  }

  /** Messages of the last call that the server has let us send. */
  public int lastSent() {
    return sent.get();
  }

  public static AppStreamRequest chunk(ByteString bytes) {
    return AppStreamRequest.newBuilder().setFile(File.newBuilder().setChunk(bytes)).build();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
