package io.agentsrender.server.trace;

import io.agentsrender.server.observe.CallTrace;
import io.grpc.ServerInterceptor;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Traces calls, or does not. */
public interface CallTracing extends AutoCloseable {
  /** Costs nothing. */
  CallTracing OFF =
      new CallTracing() {
        @Override
        public CallTrace begin(String service, String call, LongSupplier nanoTime) {
          return CallTrace.NONE;
        }

        @Override
        public Optional<ServerInterceptor> interceptor() {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };

  /**
   * A call begins.
   *
   * @param service the full name of the gRPC service
   * @param call the name of its method
   * @param nanoTime the clock of the call's record
   */
  CallTrace begin(String service, String call, LongSupplier nanoTime);

  /** Reads whose trace a call belongs to. */
  Optional<ServerInterceptor> interceptor();

  /** Sends what was not sent yet. */
  @Override
  void close();
}
