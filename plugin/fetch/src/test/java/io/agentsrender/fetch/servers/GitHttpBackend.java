package io.agentsrender.fetch.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Git's own server, {@code git http-backend}, called as a CGI program. */
public final class GitHttpBackend implements TestHttpServer.Handler {
  private final Path folder;

  /**
   * @param folder that holds bare repositories
   */
  public GitHttpBackend(Path folder) {
    this.folder = folder;
  }

  /** Whether git is installed on this machine. */
  public static boolean isInstalled() {
    try {
      Process git = new ProcessBuilder("git", "http-backend").redirectErrorStream(true).start();
      git.getInputStream().readAllBytes();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    ProcessBuilder command = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = command.environment();
    environment.put("GIT_PROJECT_ROOT", folder.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    put(environment, "QUERY_STRING", exchange.getRequestURI().getRawQuery());
    put(environment, "CONTENT_TYPE", header(exchange, "Content-Type"));
    put(environment, "HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"));
    put(environment, "GIT_PROTOCOL", header(exchange, "Git-Protocol"));
    Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream in = process.getOutputStream()) {
      exchange.getRequestBody().transferTo(in);
    }
    int status = 200;
    try (InputStream out = process.getInputStream()) {
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        String name = line.substring(0, line.indexOf(':'));
        String value = line.substring(line.indexOf(':') + 1).strip();
        if (name.equals("Status")) {
          status = Integer.parseInt(value.substring(0, 3));
        } else {
          exchange.getResponseHeaders().add(name, value);
        }
      }
      TestHttpServer.answer(exchange, status, out.readAllBytes());
    }
  }

  private static void put(
      Map<String, String> environment,
      String name,
      @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      environment.put(name, value);
    }
  }

  private static @org.jspecify.annotations.Nullable String header(
      HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
