package io.agentsrender.server.socket;

import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Counts the connections whose last call has not begun. The repo-server makes one per render. */
final class Arrivals extends ServerTransportFilter implements ServerInterceptor {
  private static final Attributes.Key<AtomicBoolean> ON_ITS_WAY =
      Attributes.Key.create("on-its-way");

  private final Set<String> last;
  private int count;

  Arrivals(Set<String> last) {
    this.last = last;
  }

  synchronized void accepted() {
    count++;
  }

  @Override
  public Attributes transportReady(Attributes transport) {
    return transport.toBuilder().set(ON_ITS_WAY, new AtomicBoolean(true)).build();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (last.contains(call.getMethodDescriptor().getFullMethodName())) {
      arrived(call.getAttributes().get(ON_ITS_WAY));
    }
    return next.startCall(call, headers);
  }

  /**
   * @param transport null where the client left before it was ready, whatever gRPC's own annotation
   *     says
   */
  @Override
  public void transportTerminated(@Nullable Attributes transport) {
    arrived(transport == null ? null : transport.get(ON_ITS_WAY));
  }

  private void arrived(@Nullable AtomicBoolean onItsWay) {
    if (onItsWay == null || onItsWay.getAndSet(false)) {
      synchronized (this) {
        count--;
        notifyAll();
      }
    }
  }

  /** Waits until there is none, or the time has come. */
  synchronized void awaitNone(long end) throws InterruptedException {
    for (long left = end - System.nanoTime();
        count > 0 && left > 0;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
