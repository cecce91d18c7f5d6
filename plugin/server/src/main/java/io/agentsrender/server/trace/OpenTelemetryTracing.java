package io.agentsrender.server.trace;

import io.agentsrender.server.observe.CallTrace;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Traces calls through OpenTelemetry's SDK. */
final class OpenTelemetryTracing implements CallTracing {
  private static final String NAME = "agents-render";
  private static final String VARIABLES = "OTEL_";

  /** Names and reasons come from repositories. */
  private static final String LONGEST_VALUE = "4096";

  /**
   * For what has not been sent yet, at the end: a collector that does not answer must not keep a
   * pod beyond the time that Kubernetes gives it to stop.
   */
  private static final long LAST_WORDS_SECONDS = 1;

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;

  OpenTelemetryTracing(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
    this.tracer = sdk.getTracer(NAME);
  }

  /**
   * As the standard variables say.
   *
   * @throws RenderException where one of them is malformed or not supported
   */
  static OpenTelemetryTracing of(Map<String, String> environment, String version) {
    try {
      return new OpenTelemetryTracing(
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(() -> defaults(version))
              .addPropertiesCustomizer(_ -> settings(environment))
              .build()
              .getOpenTelemetrySdk());
    } catch (ConfigurationException e) {
      throw new RenderException(
          Problem.error("setting up OpenTelemetry", String.valueOf(e.getMessage()))
              .withAdvice(
                  "Correct the variables OTEL_...; OTEL_TRACES_EXPORTER=none turns traces off."),
          e);
    }
  }

  /** OTLP over HTTP needs no library but the JDK's client. */
  private static Map<String, String> defaults(String version) {
    return Map.of(
        "otel.service.name",
        NAME,
        "otel.resource.attributes",
        "service.version=" + version,
        "otel.exporter.otlp.protocol",
        "http/protobuf",
        "otel.attribute.value.length.limit",
        LONGEST_VALUE);
  }

  /** Of the three signals only traces: metrics are Prometheus's, and logs are lines. */
  private static Map<String, String> settings(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    environment.forEach((name, value) -> {
      if (name.startsWith(VARIABLES) && !value.isEmpty()) {
        settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
      }
    });
    settings.put("otel.metrics.exporter", "none");
    settings.put("otel.logs.exporter", "none");
    return settings;
  }

  @Override
  public CallTrace begin(String service, String call, LongSupplier nanoTime) {
    Context parent = TraceParent.current();
    Instant now = Instant.now();
    long epoch = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    Span span =
        tracer
            .spanBuilder(service + "/" + call)
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setStartTimestamp(epoch, TimeUnit.NANOSECONDS)
            .setAttribute("rpc.system", "grpc")
            .setAttribute("rpc.service", service)
            .setAttribute("rpc.method", call)
            .startSpan();
    return new SpanTrace(tracer, span, parent, epoch, nanoTime.getAsLong());
  }

  @Override
  public Optional<ServerInterceptor> interceptor() {
    return Optional.of(new TraceParent(sdk.getPropagators().getTextMapPropagator()));
  }

  @Override
  public void close() {
    sdk.shutdown().join(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
  }
}
