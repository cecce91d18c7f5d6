package io.agentsrender.fetch.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.agentsrender.source.Digest;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry that speaks the distribution protocol with a token service, on the loopback interface.
 *
 * <p>It was held against a real client: with {@link #main} running,
 *
 * <pre>
 * helm registry login 127.0.0.1:PORT --plain-http -u ci -p hunter2
 * helm push demo-1.0.0.tgz oci://127.0.0.1:PORT/team --plain-http
 * helm pull oci://127.0.0.1:PORT/team/demo --version '~1' --plain-http
 * </pre>
 *
 * <p>store and give back the same archive with Helm 3.19.4 and 4.2.1.
 */
public final class TestRegistry implements TestHttpServer.Handler {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.cncf.helm.config.v1+json";
  public static final String ARCHIVE = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
  private static final Pattern PATH = Pattern.compile("/v2/(.+?)/(manifests|blobs|tags)/(.*)");

  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
  private final Map<String, String> tags = new ConcurrentSkipListMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private volatile String login = "";
  private volatile String realm = "";
  private volatile int pageSize = 1000;
  private volatile String blobRedirect = "";

  /**
   * From now on a token is needed, and for a token this user and password.
   *
   * @param url of the server, where the token service is too
   */
  public TestRegistry requiring(String url, String user, String password) {
    realm = url + "/token";
    login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return this;
  }

  /** From now on a token is needed, and given to anybody. */
  public TestRegistry requiringToken(String url) {
    realm = url + "/token";
    return this;
  }

  public TestRegistry withPageSize(int size) {
    pageSize = size;
    return this;
  }

  /** Blobs are elsewhere, at this URL and their digest. */
  public TestRegistry redirectingBlobs(String url) {
    blobRedirect = url;
    return this;
  }

  /** Pushes a chart as Helm does; gives the digest of its manifest. */
  public String push(String repository, String tag, byte[] archive) {
    return push(repository, tag, archive, CONFIG, ARCHIVE);
  }

  public String push(
      String repository, String tag, byte[] archive, String configType, String layerType) {
    byte[] config = "{}".getBytes(UTF_8);
    blobs.put(Digest.sha256(config).toString(), config);
    blobs.put(Digest.sha256(archive).toString(), archive);
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"%s",
         "config":{"mediaType":"%s","digest":"%s","size":%d},
         "layers":[{"mediaType":"%s","digest":"%s","size":%d}]}
        """
            .formatted(
                MANIFEST,
                configType,
                Digest.sha256(config),
                config.length,
                layerType,
                Digest.sha256(archive),
                archive.length);
    return put(repository, tag, manifest.getBytes(UTF_8));
  }

  private String put(String repository, String tag, byte[] manifest) {
    String digest = Digest.sha256(manifest).toString();
    manifests.put(repository + "@" + digest, manifest);
    if (!tag.startsWith("sha256:")) {
      tags.put(repository + ":" + tag, digest);
    }
    return digest;
  }

  /** Puts other bytes in the place of a blob. */
  public void corrupt(byte[] archive) {
    byte[] changed = archive.clone();
    changed[changed.length - 1] ^= 1;
    blobs.put(Digest.sha256(archive).toString(), changed);
  }

  /** Puts another manifest in the place of one. */
  public void corruptManifest(String repository, String digest) {
    manifests.put(repository + "@" + digest, "{\"schemaVersion\":2 }".getBytes(UTF_8));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/token")) {
      token(exchange);
      return;
    }
    Matcher matcher = PATH.matcher(path);
    boolean place = matcher.matches();
    String repository = place ? matcher.group(1) : "";
    if (!isAuthorized(exchange, repository)) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer realm=\""
                  + realm
                  + "\",service=\"test registry\""
                  + (place ? ",scope=\"repository:" + repository + ":pull,push\"" : ""));
      answer(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}".getBytes(UTF_8));
    } else if (!place) {
      answer(exchange, path.equals("/v2/") ? 200 : 404, "{}".getBytes(UTF_8));
    } else {
      switch (matcher.group(2)) {
        case "manifests" -> manifest(exchange, repository, matcher.group(3));
        case "tags" -> tags(exchange, repository);
        default -> blob(exchange, repository, matcher.group(3));
      }
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    if (!login.isEmpty() && !login.equals(shown)) {
      answer(exchange, 401, new byte[0]);
      return;
    }
    String scope = Optional.ofNullable(query(exchange).get("scope")).orElse("");
    String token = UUID.randomUUID().toString();
    tokens.put(token, scope);
    answer(exchange, 200, ("{\"token\":\"" + token + "\"}").getBytes(UTF_8));
  }

  private boolean isAuthorized(HttpExchange exchange, String repository) {
    if (realm.isEmpty()) {
      return true;
    }
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    String scope =
        shown != null && shown.startsWith("Bearer ") ? tokens.get(shown.substring(7)) : null;
    return scope != null
        && (repository.isEmpty() || scope.startsWith("repository:" + repository + ":"));
  }

  private void manifest(HttpExchange exchange, String repository, String reference)
      throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      String digest = put(repository, reference, exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().add("Docker-Content-Digest", digest);
      answer(exchange, 201, new byte[0]);
      return;
    }
    String digest =
        reference.startsWith("sha256:") ? reference : tags.get(repository + ":" + reference);
    byte[] manifest = digest == null ? null : manifests.get(repository + "@" + digest);
    if (digest == null || manifest == null) {
      answer(exchange, 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}".getBytes(UTF_8));
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", MANIFEST);
    exchange.getResponseHeaders().add("Docker-Content-Digest", digest);
    answer(exchange, 200, manifest);
  }

  private void tags(HttpExchange exchange, String repository) throws IOException {
    String last = Optional.ofNullable(query(exchange).get("last")).orElse("");
    List<String> all =
        tags.keySet().stream()
            .filter(key -> key.startsWith(repository + ":"))
            .map(key -> key.substring(repository.length() + 1))
            .filter(tag -> tag.compareTo(last) > 0)
            .toList();
    List<String> page = all.stream().limit(pageSize).toList();
    if (all.size() > page.size()) {
      exchange
          .getResponseHeaders()
          .add(
              "Link",
              "</v2/" + repository + "/tags/list?last=" + page.getLast() + ">; rel=\"next\"");
    }
    String names = String.join("\",\"", page);
    answer(
        exchange,
        200,
        ("{\"name\":\""
                + repository
                + "\",\"tags\":"
                + (page.isEmpty() ? "[]" : "[\"" + names + "\"]")
                + "}")
            .getBytes(UTF_8));
  }

  private void blob(HttpExchange exchange, String repository, String rest) throws IOException {
    if (rest.startsWith("uploads/")) {
      upload(exchange, repository);
      return;
    }
    byte[] blob = blobs.get(rest);
    if (blob == null) {
      answer(exchange, 404, new byte[0]);
    } else if (!blobRedirect.isEmpty()) {
      exchange.getResponseHeaders().add("Location", blobRedirect + rest);
      answer(exchange, 307, new byte[0]);
    } else {
      exchange.getResponseHeaders().add("Docker-Content-Digest", rest);
      answer(exchange, 200, blob);
    }
  }

  private void upload(HttpExchange exchange, String repository) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().add("Location", "/v2/" + repository + "/blobs/uploads/1");
      answer(exchange, 202, new byte[0]);
    } else {
      String digest = query(exchange).getOrDefault("digest", "");
      blobs.put(digest, exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().add("Docker-Content-Digest", digest);
      answer(exchange, 201, new byte[0]);
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new TreeMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] both = pair.split("=", 2);
      query.put(both[0], both.length < 2 ? "" : URLDecoder.decode(both[1], UTF_8));
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      TestHttpServer.answer(exchange, status, content);
    }
  }

  /** Serves until it is killed; user {@code ci}, password {@code hunter2}. */
  public static void main(String[] arguments) throws InterruptedException {
    try (TestHttpServer server = new TestHttpServer()) {
      server.on("/", new TestRegistry().requiring(server.url(), "ci", "hunter2"));
      System.out.println(server.authority());
      Thread.currentThread().join();
    }
  }
}
