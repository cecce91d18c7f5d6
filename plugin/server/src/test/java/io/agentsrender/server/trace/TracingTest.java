package io.agentsrender.server.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.agentsrender.render.Engine;
import io.agentsrender.server.PluginServer;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.LogCapture;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.schedule.SystemClock;
import io.agentsrender.source.RenderException;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls are spans of the repo-server's trace, where traces are wanted. */
@Timeout(300)
class TracingTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  /** The example of W3C's recommendation, 3.2, with the flag "sampled". */
  private static final String HEADER = "00-" + TRACE + "-" + PARENT + "-01";

  private static final Sending SENDING =
      Sending.of(new Checkout().configMap("app/c.yaml", "web", "yes"), "web", "app");

  @TempDir private Path sockets;
  private final LogCapture log = new LogCapture();

  private PluginServer start(CallTracing tracing) throws IOException {
    return PluginServer.start(
        ServerConfig.read(
            ServerConfig.DEFAULT_CONFIG_FOLDER,
            Map.of("ARGOCD_PLUGINSOCKFILEPATH", sockets.toString()),
            "0.0.0-test"),
        new Engine()::render,
        log,
        new SystemClock(),
        tracing);
  }

  private static FakeRepoServer traced(PluginServer server) {
    return traced(server.sockets().getFirst().path(), HEADER);
  }

  private static FakeRepoServer traced(Path socket, String header) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), header);
    return new FakeRepoServer(socket, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** Keeps what it is given. */
  private record Kept(List<SpanData> spans) implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> more) {
      spans.addAll(more);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }

    SpanData named(String name) {
      return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
    }
  }

  private static CallTracing into(Kept kept) {
    return new OpenTelemetryTracing(
        OpenTelemetrySdk.builder()
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(kept))
                    .build())
            .build());
  }

  @Test
  void aCallIsASpanOfTheRepoServersAndItsStagesAreItsChildren() throws IOException {
    Kept kept = new Kept(new CopyOnWriteArrayList<>());
    try (PluginServer server = start(into(kept));
        FakeRepoServer repoServer = traced(server)) {
      repoServer.generate(SENDING).join();
      log.await("\"rendered\"");
    }
    SpanData call = kept.named("plugin.ConfigManagementPluginService/GenerateManifest");
    assertThat(call.getTraceId()).isEqualTo(TRACE);
    assertThat(call.getParentSpanId()).isEqualTo(PARENT);
    assertThat(call.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(call.getAttributes().get(AttributeKey.stringKey("agents_render.application")))
        .isEqualTo("web");
    assertThat(call.getAttributes().get(AttributeKey.longKey("agents_render.objects")))
        .isEqualTo(1);
    assertThat(kept.spans())
        .extracting(SpanData::getName)
        .containsExactly("receive", "wait", "render", "answer", call.getName());
    long end = call.getStartEpochNanos();
    for (SpanData stage : kept.spans().subList(0, 4)) {
      assertThat(stage.getParentSpanId()).isEqualTo(call.getSpanId());
      assertThat(stage.getStartEpochNanos()).as(stage.getName()).isGreaterThanOrEqualTo(end);
      end = stage.getEndEpochNanos();
    }
    assertThat(log.text()).contains("\"traceId\":\"" + TRACE + "\"");
  }

  @Test
  void aFailedCallSaysWhyAndACallWithoutParentBeginsATrace() throws IOException {
    Kept kept = new Kept(new CopyOnWriteArrayList<>());
    try (PluginServer server = start(into(kept));
        FakeRepoServer repoServer = new FakeRepoServer(server.sockets().getFirst().path())) {
      assertThatThrownBy(() -> repoServer.generate(SENDING.withPath("missing")).join())
          .hasMessageContaining("no such folder");
      log.await("render failed");
    }
    SpanData call = kept.named("plugin.ConfigManagementPluginService/GenerateManifest");
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(call.getStatus().getDescription()).contains("no such folder");
    assertThat(call.getParentSpanContext().isValid()).isFalse();
    assertThat(log.text()).contains("\"traceId\":\"" + call.getTraceId() + "\"");
  }

  private static HttpServer collector(List<String> received) throws IOException {
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          ByteArrayOutputStream body = new ByteArrayOutputStream();
          exchange.getRequestBody().transferTo(body);
          received.add(
              exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + HexFormat.of().formatHex(body.toByteArray()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    return collector;
  }

  private static Map<String, String> environment(HttpServer collector) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://127.0.0.1:" + collector.getAddress().getPort(),
        "OTEL_SERVICE_NAME",
        "sidecar");
  }

  @Test
  void sendsToTheCollectorThatTheStandardVariablesName() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer collector = collector(received);
    try (PluginServer server = start(TraceSettings.read(environment(collector), "1.2.3"));
        FakeRepoServer repoServer = traced(server)) {
      repoServer.generate(SENDING).join();
      log.await("\"rendered\"");
    }
    // What has not been sent is sent at the end.
    Patience.until("it has come", () -> !received.isEmpty());
    collector.stop(0);
    assertThat(received.getFirst()).startsWith("application/x-protobuf ");
    for (String part : List.of("sidecar", "1.2.3", "GenerateManifest", "receive", "answer")) {
      assertThat(received.getFirst()).contains(HexFormat.of().formatHex(part.getBytes(UTF_8)));
    }
    assertThat(received.getFirst()).contains(TRACE).contains(PARENT);
  }

  /**
   * The repo-server has decided whether a trace is kept; its decision is the flag of its header.
   */
  @Test
  void sendsNothingOfATraceThatIsNotKept() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer collector = collector(received);
    String other = "4bf92f3577b34da6a3ce929d0e0e4736";
    try (PluginServer server = start(TraceSettings.read(environment(collector), "1.2.3"))) {
      Path socket = server.sockets().getFirst().path();
      try (FakeRepoServer dropped = traced(socket, "00-" + other + "-" + PARENT + "-00");
          FakeRepoServer kept = traced(socket, HEADER)) {
        dropped.generate(SENDING).join();
        log.await(other);
        kept.generate(SENDING).join();
        log.await(TRACE);
      }
    }
    Patience.until("it has come", () -> !received.isEmpty());
    collector.stop(0);
    assertThat(String.join("", received)).contains(TRACE).doesNotContain(other);
  }

  @Test
  void rendersAndStopsWhereTheCollectorNeverAnswers() throws IOException {
    Map<String, String> environment;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment =
          Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort());
      try (PluginServer server = start(TraceSettings.read(environment, "1.2.3"));
          FakeRepoServer repoServer = traced(server)) {
        assertThat(repoServer.generate(SENDING).join().getManifestsCount()).isEqualTo(1);
        log.await("\"rendered\"");
      }
    }
  }

  @Test
  void isOffUnlessItIsAskedFor() throws IOException {
    String endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    assertThat(
            List.of(
                TraceSettings.read(Map.of(), ""),
                TraceSettings.read(Map.of("OTEL_SERVICE_NAME", "x"), ""),
                TraceSettings.read(
                    Map.of(endpoint, "http://localhost:4318", "OTEL_TRACES_EXPORTER", "none"), ""),
                TraceSettings.read(
                    Map.of(endpoint, "http://localhost:4318", "OTEL_SDK_DISABLED", "true"), "")))
        .containsOnly(CallTracing.OFF);
    try (PluginServer server = start(CallTracing.OFF);
        FakeRepoServer repoServer = traced(server)) {
      repoServer.generate(SENDING).join();
      log.await("\"rendered\"");
    }
    assertThat(log.text()).doesNotContain("traceId");
  }

  @Test
  void saysWhichSettingIsWrong() {
    assertThatThrownBy(() -> TraceSettings.read(Map.of("OTEL_TRACES_EXPORTER", "jaeger"), ""))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("jaeger");
  }
}
