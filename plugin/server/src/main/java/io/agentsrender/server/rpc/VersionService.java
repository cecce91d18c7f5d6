package io.agentsrender.server.rpc;

import com.google.protobuf.Empty;
import io.agentsrender.proto.version.VersionMessage;
import io.agentsrender.proto.version.VersionServiceGrpc.VersionServiceImplBase;
import io.grpc.stub.StreamObserver;

/** Says which program serves the socket, as every server of Argo CD does. */
public final class VersionService extends VersionServiceImplBase {
  private final VersionMessage version;

  /**
   * @param version of this program
   */
  public VersionService(String version) {
    this.version =
        VersionMessage.newBuilder()
            .setVersion("agents-render " + version)
            .setCompiler("java " + Runtime.version())
            .setPlatform(
                (System.getProperty("os.name") + "/" + System.getProperty("os.arch"))
                    .toLowerCase(java.util.Locale.ROOT))
            .build();
  }

  @Override
  public void version(Empty request, StreamObserver<VersionMessage> responses) {
    responses.onNext(version);
    responses.onCompleted();
  }
}
