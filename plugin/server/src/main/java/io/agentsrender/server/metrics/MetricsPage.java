package io.agentsrender.server.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** {@code /metrics} and {@code /healthz} on a TCP port. */
public final class MetricsPage implements AutoCloseable {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;

  private MetricsPage(HttpServer server) {
    this.server = server;
  }

  /**
   * @param port 0 takes a free one
   * @param healthy whether calls are answered
   * @throws IOException where the port is taken
   */
  public static MetricsPage open(int port, PrometheusRegistry registry, BooleanSupplier healthy)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/metrics", new MetricsHandler(registry));
    server.createContext("/healthz", exchange -> health(exchange, healthy.getAsBoolean()));
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("metrics-", 0).factory()));
    server.start();
    return new MetricsPage(server);
  }

  private static void health(HttpExchange exchange, boolean healthy) throws IOException {
    byte[] text = (healthy ? "ok\n" : "stopping\n").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(healthy ? OK : UNAVAILABLE, text.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(text);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
