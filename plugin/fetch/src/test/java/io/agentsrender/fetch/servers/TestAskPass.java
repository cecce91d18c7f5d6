package io.agentsrender.fetch.servers;

import io.agentsrender.proto.askpass.AskPassServiceGrpc;
import io.agentsrender.proto.askpass.CredentialsRequest;
import io.agentsrender.proto.askpass.CredentialsResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Argo CD's askpass service on a unix socket, which knows one nonce. */
public final class TestAskPass extends AskPassServiceGrpc.AskPassServiceImplBase
    implements AutoCloseable {
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Server server;
  private final String nonce;
  private final AtomicInteger asked = new AtomicInteger();

  public TestAskPass(Path socket, String nonce) throws IOException {
    this.nonce = nonce;
    this.server =
        NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioServerDomainSocketChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .addService(this)
            .build()
            .start();
  }

  @Override
  public void getCredentials(
      CredentialsRequest request, StreamObserver<CredentialsResponse> answer) {
    asked.incrementAndGet();
    if (!request.getNonce().equals(nonce)) {
      answer.onError(Status.NOT_FOUND.withDescription("unknown nonce").asRuntimeException());
      return;
    }
    answer.onNext(
        CredentialsResponse.newBuilder().setUsername("ci").setPassword("hunter2").build());
    answer.onCompleted();
  }

  public int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.shutdownNow();
    Future<?> _ = loop.shutdownGracefully();
  }
}
