package io.agentsrender.server.rpc;

import io.agentsrender.proto.plugin.AppStreamRequest;
import io.grpc.stub.StreamObserver;

/** A stream of which only the end matters: what the answer says does not depend on it. */
record StreamDrain(Runnable atEnd) implements StreamObserver<AppStreamRequest> {
  @Override
  public void onNext(AppStreamRequest message) {}

  @Override
  public void onError(Throwable cause) {}

  @Override
  public void onCompleted() {
    atEnd.run();
  }
}
