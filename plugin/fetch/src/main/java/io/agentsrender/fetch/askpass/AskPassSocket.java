package io.agentsrender.fetch.askpass;

import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Secret;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.proto.askpass.AskPassServiceGrpc;
import io.agentsrender.proto.askpass.CredentialsRequest;
import io.agentsrender.proto.askpass.CredentialsResponse;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Redeems a nonce at the repo-server's askpass service, as its own {@code git-ask-pass} does. */
final class AskPassSocket {
  private static final Duration TIME = Duration.ofSeconds(10);

  private AskPassSocket() {}

  /**
   * The credential that the nonce stands for.
   *
   * @throws FetchException where the service cannot be asked, or knows no such nonce
   */
  static Credential redeem(Path socket, String nonce) {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(loop)
            .overrideAuthority("localhost")
            .usePlaintext()
            .build();
    try {
      CredentialsResponse answer =
          AskPassServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(TIME.toSeconds(), TimeUnit.SECONDS)
              .getCredentials(CredentialsRequest.newBuilder().setNonce(nonce).build());
      return new Credential.Password(answer.getUsername(), new Secret(answer.getPassword()));
    } catch (StatusRuntimeException e) {
      throw failed(socket, e.getStatus().getCode());
    } finally {
      channel.shutdownNow();
      Future<?> _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  /** What the service says may quote the nonce, and so stays out. */
  private static FetchException failed(Path socket, Status.Code code) {
    return FetchException.of(
        Kind.UNAUTHORIZED,
        "asking Argo CD for the credentials of the application's repository",
        code == Status.Code.NOT_FOUND
            ? "its askpass service does not know this call"
            : "its askpass service at " + socket + " does not answer (" + code + ")",
        "Let the repo-server and the plugin share the socket's folder, and name the socket in"
            + " ARGOCD_ASK_PASS_SOCK on both.");
  }
}
