package io.agentsrender.server.trace;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the repo-server's span out of a call's headers, where it puts it as W3C's {@code
 * traceparent} (util/trace/trace.go; otelgrpc in cmpserver/apiclient/clientset.go).
 */
record TraceParent(TextMapPropagator propagator) implements ServerInterceptor {
  private static final Context.Key<io.opentelemetry.context.Context> KEY =
      Context.key("trace-parent");

  /** The span that the current call belongs to; nothing where its client does not trace. */
  static io.opentelemetry.context.Context current() {
    io.opentelemetry.context.Context parent = KEY.get();
    return parent == null ? io.opentelemetry.context.Context.root() : parent;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    io.opentelemetry.context.Context parent =
        propagator.extract(io.opentelemetry.context.Context.root(), headers, new Headers());
    return Contexts.interceptCall(Context.current().withValue(KEY, parent), call, headers, next);
  }

  private static final class Headers implements TextMapGetter<Metadata> {
    @Override
    public Iterable<String> keys(Metadata headers) {
      return headers.keys();
    }

    @Override
    public @Nullable String get(@Nullable Metadata headers, String name) {
      return headers == null
          ? null
          : headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }
  }
}
