package io.agentsrender.server.rpc;

import io.agentsrender.server.answer.ProblemText;
import io.agentsrender.source.Problem;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one answer to a call, whichever thread comes first with it. */
final class Answer<R> {
  private final ServerCallStreamObserver<R> call;
  private final AtomicBoolean given = new AtomicBoolean();

  Answer(ServerCallStreamObserver<R> call) {
    this.call = call;
  }

  /** False where the call was answered or cancelled before. */
  boolean give(R response) {
    if (!given.compareAndSet(false, true)) {
      return false;
    }
    if (!call.isCancelled()) {
      call.onNext(response);
      call.onCompleted();
    }
    return true;
  }

  /** As the official server's errors, which have no code of their own. */
  boolean fail(List<Problem> problems) {
    if (!given.compareAndSet(false, true)) {
      return false;
    }
    if (!call.isCancelled()) {
      call.onError(Status.UNKNOWN.withDescription(ProblemText.of(problems)).asRuntimeException());
    }
    return true;
  }

  /** Nobody waits for it any more. */
  boolean withdraw() {
    return given.compareAndSet(false, true);
  }
}
