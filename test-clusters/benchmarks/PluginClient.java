import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc;
import io.agentsrender.proto.plugin.File;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Sends archives as a repo-server does. */
final class PluginClient implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ManagedChannel channel;

  PluginClient(Path socket) {
    channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(loops)
            .usePlaintext()
            .directExecutor()
            .overrideAuthority(URLEncoder.encode(socket.toString(), UTF_8))
            .maxInboundMessageSize(100 << 20)
            .build();
  }

  /** The archive's chunks as messages, made once. */
  static AppStreamRequest[] chunks(byte[] archive, int size) {
    AppStreamRequest[] chunks = new AppStreamRequest[(archive.length + size - 1) / size];
    for (int i = 0; i < chunks.length; i++) {
      int from = i * size;
      ByteString chunk =
          ByteString.copyFrom(archive, from, Math.min(size, archive.length - from));
      chunks[i] = AppStreamRequest.newBuilder().setFile(File.newBuilder().setChunk(chunk)).build();
    }
    return chunks;
  }

  ManifestResponse generate(ManifestRequestMetadata metadata, AppStreamRequest[] chunks)
      throws Exception {
    Sender sender = new Sender(metadata, chunks);
    ConfigManagementPluginServiceGrpc.newStub(channel).generateManifest(sender);
    return sender.answer.get();
  }

  /** Writes whenever the transport has room, on the transport's own thread. */
  private static final class Sender
      implements ClientResponseObserver<AppStreamRequest, ManifestResponse> {
    final CompletableFuture<ManifestResponse> answer = new CompletableFuture<>();
    private final ManifestRequestMetadata metadata;
    private final AppStreamRequest[] chunks;
    private int next = -1;

    Sender(ManifestRequestMetadata metadata, AppStreamRequest[] chunks) {
      this.metadata = metadata;
      this.chunks = chunks;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<AppStreamRequest> call) {
      call.setOnReadyHandler(() -> {
        while (call.isReady() && next < chunks.length) {
          if (next < 0) {
            call.onNext(AppStreamRequest.newBuilder().setMetadata(metadata).build());
          } else {
            call.onNext(chunks[next]);
          }
          if (++next == chunks.length) {
            call.onCompleted();
          }
        }
      });
    }

    @Override
    public void onNext(ManifestResponse response) {
      answer.complete(response);
    }

    @Override
    public void onError(Throwable cause) {
      answer.completeExceptionally(cause);
    }

    @Override
    public void onCompleted() {}
  }

  @Override
  public void close() {
    channel.shutdownNow();
    loops.shutdownGracefully();
  }
}
