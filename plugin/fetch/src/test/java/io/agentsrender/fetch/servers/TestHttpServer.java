package io.agentsrender.fetch.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves over plain HTTP on the loopback interface, and remembers what it was asked. */
public final class TestHttpServer implements AutoCloseable {
  private static final int NOT_FOUND = 404;
  private static final int FOUND = 302;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();

  /**
   * A request that came.
   *
   * @param target path and query
   * @param authorization the header; empty where there was none
   */
  public record Asked(String method, String target, String authorization) {}

  /** Answers requests below a path. */
  @FunctionalInterface
  public interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  public TestHttpServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            authorization == null ? "" : authorization));
    Handler handler =
        handlers.entrySet().stream()
            .filter(entry -> path.startsWith(entry.getKey()))
            .max(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .orElse(other -> answer(other, NOT_FOUND, "no such thing".getBytes(UTF_8)));
    try {
      handler.handle(exchange);
    } catch (RuntimeException e) {
      answer(exchange, 500, String.valueOf(e).getBytes(UTF_8));
    } finally {
      exchange.close();
    }
  }

  /** Lets a handler answer for all paths that start so; the longest start wins. */
  public TestHttpServer on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  public TestHttpServer file(String path, byte[] content) {
    return on(path, exchange -> answer(exchange, 200, content));
  }

  public TestHttpServer file(String path, String content) {
    return file(path, content.getBytes(UTF_8));
  }

  public TestHttpServer redirect(String path, String location) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          answer(exchange, FOUND, new byte[0]);
        });
  }

  public static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    if (content.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(content);
      }
    }
  }

  /** All requests so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Host and port. */
  public String authority() {
    return "127.0.0.1:" + port();
  }

  public String url() {
    return "http://" + authority();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
