package io.agentsrender.cli.rehearsal;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc;
import io.agentsrender.proto.plugin.EnvEntry;
import io.agentsrender.proto.plugin.File;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.source.Digest;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A repository's checkout and a connection to a sidecar, as the repo-server has them. */
public final class SyncClient implements AutoCloseable {
  private static final int CHUNK = 64 << 10;
  private static final int LARGEST_ANSWER = 100 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ByteString archive;
  private final String checksum;
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ManagedChannel channel;

  /**
   * @param socket of the sidecar
   * @param repository that every sync sends
   */
  public SyncClient(Path socket, Path repository) throws IOException {
    byte[] packed = PackedFolder.of(repository);
    archive = ByteString.copyFrom(packed);
    checksum = Digest.sha256(packed).hex();
    channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(loops)
            .usePlaintext()
            .overrideAuthority("localhost")
            .maxInboundMessageSize(LARGEST_ANSWER)
            .build();
  }

  /**
   * Starts the sync of one application.
   *
   * @param application its path in the repository
   * @param environment beside the application's name
   * @return the manifests, each one object as JSON; fails as the call does
   */
  public CompletableFuture<List<String>> sync(String application, Map<String, String> environment) {
    ConfigManagementPluginServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE)
        .checkPluginConfiguration(Empty.getDefaultInstance());
    Answer answer = new Answer(new CompletableFuture<>());
    StreamObserver<AppStreamRequest> call =
        ConfigManagementPluginServiceGrpc.newStub(channel)
            .withDeadlineAfter(PATIENCE)
            .generateManifest(answer);
    call.onNext(metadata(application, environment));
    for (int at = 0; at < archive.size(); at += CHUNK) {
      ByteString chunk = archive.substring(at, Math.min(archive.size(), at + CHUNK));
      call.onNext(AppStreamRequest.newBuilder().setFile(File.newBuilder().setChunk(chunk)).build());
    }
    call.onCompleted();
    return answer.manifests;
  }

  private AppStreamRequest metadata(String application, Map<String, String> environment) {
    ManifestRequestMetadata.Builder metadata =
        ManifestRequestMetadata.newBuilder()
            .setAppName(application.substring(application.lastIndexOf('/') + 1))
            .setAppRelPath(application)
            .setChecksum(checksum)
            .setSize(archive.size())
            .addEnv(env("ARGOCD_APP_PARAMETERS", "null"));
    environment.forEach((name, value) -> metadata.addEnv(env(name, value)));
    return AppStreamRequest.newBuilder().setMetadata(metadata).build();
  }

  private static EnvEntry env(String name, String value) {
    return EnvEntry.newBuilder().setName(name).setValue(value).build();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private record Answer(CompletableFuture<List<String>> manifests)
      implements StreamObserver<ManifestResponse> {
    @Override
    public void onNext(ManifestResponse response) {
      manifests.complete(List.copyOf(response.getManifestsList()));
    }

    @Override
    public void onError(Throwable failure) {
      manifests.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
