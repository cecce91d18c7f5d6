package io.agentsrender.server.fake;

import io.agentsrender.proto.plugin.AppStreamRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends as fast as the server lets it, and waits for the one answer. */
final class OneAnswer<R> implements ClientResponseObserver<AppStreamRequest, R> {
  private final CompletableFuture<R> future = new CompletableFuture<>();
  private @Nullable ClientCallStreamObserver<AppStreamRequest> call;

  @Override
  public synchronized void beforeStart(ClientCallStreamObserver<AppStreamRequest> call) {
    this.call = call;
    call.setOnReadyHandler(this::wake);
    CompletableFuture<R> _ =
        future.whenComplete((_, _) -> {
          if (future.isCancelled()) {
            call.cancel("the user refreshed", null);
          }
        });
  }

  void sendWhenReady(
      StreamObserver<AppStreamRequest> requests,
      Consumer<StreamObserver<AppStreamRequest>> sender) {
    Thread.startVirtualThread(() -> {
      try {
        sender.accept(requests);
      } catch (IllegalStateException e) {
        // The call ended while it was sent.
        future.completeExceptionally(e);
      }
    });
  }

  synchronized void awaitReady() {
    try {
      while (call != null && !call.isReady() && !future.isDone()) {
        wait(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  CompletableFuture<R> future() {
    return future;
  }

  @Override
  public void onNext(R answer) {
    future.complete(answer);
  }

  @Override
  public void onError(Throwable cause) {
    future.completeExceptionally(cause);
    wake();
  }

  @Override
  public void onCompleted() {
    future.completeExceptionally(
        new StatusRuntimeException(Status.INTERNAL.withDescription("no answer")));
  }
}
