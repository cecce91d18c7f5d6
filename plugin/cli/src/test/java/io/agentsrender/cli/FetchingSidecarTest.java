package io.agentsrender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agentsrender.cli.rehearsal.SyncClient;
import io.agentsrender.cli.sidecar.FetchingRenderer;
import io.agentsrender.fetch.FetchSettings;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.proto.askpass.AskPassServiceGrpc.AskPassServiceImplBase;
import io.agentsrender.proto.askpass.CredentialsRequest;
import io.agentsrender.proto.askpass.CredentialsResponse;
import io.agentsrender.render.Engine;
import io.agentsrender.server.PluginServer;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.metrics.CallMetrics;
import io.agentsrender.server.metrics.ServerGauges;
import io.agentsrender.server.observe.LogLines;
import io.agentsrender.server.rpc.Renderer;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sidecar that fetches charts with the credentials that Argo CD hands over, from its askpass
 * service. They are planted to be found, and get out nowhere.
 */
@Timeout(300)
class FetchingSidecarTest {
  private static final String CANARY = "c4n4ry";
  private static final String NONCE = CANARY + "-nonce";

  @TempDir private Path repository;
  @TempDir private Path sockets;

  private final PrometheusRegistry metrics = new PrometheusRegistry();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final List<AutoCloseable> open = new ArrayList<>();
  private String url = "";
  private SyncClient client;

  @BeforeEach
  void start() throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    url = "http://127.0.0.1:" + http.getAddress().getPort();
    http.createContext("/", this::answer);
    http.start();
    open.add(() -> http.stop(0));
    askPass(sockets.resolve("ask.sock"));
    for (String place : List.of("charts", "closed", "broken", "json", "corrupt")) {
      chart(place, url + "/" + place);
    }
    chart("told", url.replace("//", "//ci:" + CANARY + "@") + "/charts");
    Map<String, String> environment =
        Map.of(
            "ARGOCD_PLUGINSOCKFILEPATH",
            sockets.toString(),
            "ARGOCD_ASK_PASS_SOCK",
            sockets.resolve("ask.sock").toString(),
            "AGENTS_RENDER_ALLOW_HOSTS",
            "http://127.0.0.1",
            "AGENTS_RENDER_GIT_CREDENTIALS",
            "host");
    Fetcher fetcher = new Fetcher(FetchSettings.read(Map.of(), environment, repository));
    Renderer renderer = new FetchingRenderer(new Engine(), fetcher, environment).prepared();
    ServerGauges.register(metrics, renderer.caches());
    PluginServer server =
        PluginServer.start(
            ServerConfig.read(ServerConfig.DEFAULT_CONFIG_FOLDER, environment, "0.0.0-test"),
            renderer,
            new CallMetrics(
                metrics,
                new LogLines(
                    new PrintStream(log, true, UTF_8),
                    LogLines.Level.DEBUG,
                    LogLines.Format.JSON)));
    open.add(server);
    client = new SyncClient(server.sockets().getFirst().path(), repository);
    open.add(client);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private void chart(String folder, String chartRepository) throws IOException {
    Files.writeString(
        Files.createDirectories(repository.resolve(folder)).resolve("kustomization.yaml"),
        """
        helmCharts:
          - name: web
            releaseName: web
            version: 1.0.0
            repo: %s
        """
            .formatted(chartRepository));
  }

  private void askPass(Path socket) throws IOException {
    MultiThreadIoEventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    Server server =
        NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioServerDomainSocketChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .addService(new AskPass())
            .build()
            .start();
    open.add(() -> {
      server.shutdownNow();
      var unused = loop.shutdownGracefully();
    });
  }

  /** The repo-server's, which knows one nonce. */
  private static final class AskPass extends AskPassServiceImplBase {
    @Override
    public void getCredentials(
        CredentialsRequest request, StreamObserver<CredentialsResponse> answer) {
      if (request.getNonce().equals(NONCE)) {
        answer.onNext(
            CredentialsResponse.newBuilder().setUsername("ci").setPassword(CANARY).build());
        answer.onCompleted();
      } else {
        answer.onError(
            Status.NOT_FOUND
                .withDescription("unknown nonce " + request.getNonce())
                .asRuntimeException());
      }
    }
  }

  /** A chart repository that answers its own with what they have shown it. */
  private void answer(HttpExchange exchange) throws IOException {
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String known = "Basic " + Base64.getEncoder().encodeToString(("ci:" + CANARY).getBytes(UTF_8));
    String path = exchange.getRequestURI().getPath();
    int status = 200;
    byte[] body = new byte[0];
    if (!shown.equals(known)) {
      status = 401;
    } else if (path.startsWith("/closed")) {
      status = 403;
      body = ("no access with " + shown + ", password " + CANARY).getBytes(UTF_8);
    } else if (path.startsWith("/json")) {
      body = ("{\"apiVersion\": " + CANARY + "}").getBytes(UTF_8);
    } else if (path.startsWith("/broken")) {
      body = ("apiVersion: v1\nentries: {web: [" + CANARY + ": : :\n").getBytes(UTF_8);
    } else if (path.endsWith("index.yaml")) {
      body =
          "apiVersion: v1\nentries:\n  web:\n  - {name: web, version: 1.0.0, urls: [web.tgz]}\n"
              .getBytes(UTF_8);
    } else if (path.equals("/charts/web.tgz")) {
      body = packedChart();
    } else {
      body = (CANARY + " is no chart").getBytes(UTF_8);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] packedChart() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      Map<String, String> files =
          Map.of(
              "web/Chart.yaml",
              "apiVersion: v2\nname: web\nversion: 1.0.0\n",
              "web/templates/map.yaml",
              "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n",
              "web/values.yaml",
              "");
      for (Map.Entry<String, String> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setModTime(0L);
        byte[] content = file.getValue().getBytes(UTF_8);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private String sync(String path, String nonce, String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ARGOCD_APP_NAME", "web");
    environment.put("ARGOCD_APP_SOURCE_REPO_URL", url + "/team/app.git");
    environment.put("ARGOCD_GIT_ASKPASS_NONCE", nonce);
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    try {
      return String.join("\n", client.sync(path, environment).join());
    } catch (CompletionException e) {
      return String.valueOf(Throwables.getRootCause(e).getMessage());
    }
  }

  @Test
  void fetchesWithTheCredentialsOfTheCallAndTellsNobody() throws InterruptedException {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("answered 403: it refuses the credentials", sync("closed", NONCE));
    told.put("line 2, column 23: it is no YAML", sync("broken", NONCE));
    told.put("it is no JSON", sync("json", NONCE));
    told.put("what came is no chart", sync("corrupt", NONCE));
    told.put("carries a password", sync("told", NONCE));
    told.put("askpass service does not know this call", sync("charts", CANARY));
    told.put("answered 401: it wants credentials", sync("charts", ""));
    told.put(
        "answered 401: it refuses the credentials",
        sync("charts", "", "ARGOCD_GIT_BEARER_AUTH_HEADER", "Authorization: Bearer " + CANARY));
    told.put(
        "/charts/index.yaml answered 401",
        sync(
            "charts",
            NONCE,
            "ARGOCD_APP_SOURCE_REPO_URL",
            "https://ci:" + CANARY + "@git.example/app"));
    told.forEach((expected, error) ->
        assertThat(error)
            .startsWith("UNKNOWN: ")
            .contains(expected)
            .containsPattern("[(][a-z]+/kustomization.yaml:2:5[)]")
            .doesNotContain(CANARY));
    assertThat(sync("charts", NONCE))
        .isEqualTo(
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"web\"}}");
    // The answer is on its way before the call is logged and counted.
    until(() -> page().contains("outcome=\"done\"} 1.0"));
    assertThat(page())
        .contains("agents_render_failures_total{cause=\"content\"} 4.0")
        .contains("agents_render_failures_total{cause=\"remote\"} 5.0")
        .contains("agents_render_stage_seconds_count{stage=\"policies\"} 1\n")
        .containsPattern("cache_lookups_total[{]cache=\"fetched\",held=\"false\"[}] [1-9]")
        .contains("agents_render_cache_lookups_total{cache=\"charts\",held=\"false\"} 1.0\n")
        .doesNotContain(CANARY);
    assertThat(sync("charts", NONCE)).startsWith("{");
    until(() -> page().contains("outcome=\"done\"} 2.0"));
    assertThat(page())
        .contains("agents_render_cache_lookups_total{cache=\"charts\",held=\"true\"} 1.0\n")
        .containsPattern("cache_lookups_total[{]cache=\"fetched\",held=\"true\"[}] [1-9]")
        .containsPattern("cache_lookups_total[{]cache=\"kustomize-files\",held=\"true\"[}] [1-9]");
    assertThat(log.toString(UTF_8))
        .contains("\"path\":\"corrupt\"", "\"source\":\"kustomization\"")
        .doesNotContain(CANARY);
  }

  private String page() {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(page, metrics.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString(UTF_8);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }
}
