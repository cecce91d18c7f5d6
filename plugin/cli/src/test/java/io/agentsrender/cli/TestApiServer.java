package io.agentsrender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.agentsrender.gotemplate.crypto.certificate.CertificateIssuer;
import io.agentsrender.render.chart.LiveHost;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.budget.Meter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An API server of Kubernetes on the loopback interface that knows Applications, over TLS with a
 * certificate of its own.
 */
final class TestApiServer implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final HttpsServer server;
  private final String authority;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, String body) {}

  TestApiServer() throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    String key =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    CertificateIssuer issuer =
        new CertificateIssuer(
            new LiveHost(Clock.systemUTC()),
            new Meter(Budget.DEFAULT, System::nanoTime, () -> false),
            "SHA-256");
    byte[] loopback = {127, 0, 0, 1};
    authority =
        issuer
            .selfSigned(
                new CertificateIssuer.Subject("kubernetes", List.of(loopback), List.of(), 1), key)
            .cert();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(pair)));
    server.createContext("/", this::answer);
    server.start();
  }

  private SSLContext context(KeyPair pair) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(authority.getBytes(UTF_8)));
    store.setKeyEntry("server", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + shown);
    Answer answer =
        answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, "not found"));
    exchange.getResponseHeaders().add("Location", "https://127.0.0.1/elsewhere");
    byte[] body = answer.body().getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Mounts a service account as Kubernetes does. */
  void mount(Path folder, String token) throws IOException {
    Files.writeString(folder.resolve("ca.crt"), authority);
    Files.writeString(folder.resolve("token"), token);
    Files.writeString(folder.resolve("namespace"), "argocd");
  }

  /** Has an Application with these sources in JSON. */
  void has(String namespace, String name, String sources) {
    answers(
        namespace,
        name,
        200,
        "{\"apiVersion\": \"argoproj.io/v1alpha1\", \"kind\": \"Application\", \"metadata\":"
            + " {\"name\": \"%s\", \"namespace\": \"%s\"}, \"spec\": {\"project\": \"default\","
                .formatted(name, namespace)
            + " \"sources\": "
            + sources
            + "}}");
  }

  /** Answers so where an Application is asked for. */
  void answers(String namespace, String name, int status, String body) {
    answers.put(
        "/apis/argoproj.io/v1alpha1/namespaces/" + namespace + "/applications/" + name,
        new Answer(status, body));
  }

  /** All requests so far: method, target, and the header that says who asks. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  String host() {
    return "127.0.0.1";
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
