package io.agentsrender.fetch.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.UploadPackInternalServerErrorException;

/** Git's smart protocol over HTTP, by the server side of JGit. */
public final class GitOverHttp implements TestHttpServer.Handler {
  private static final String SERVICE = "git-upload-pack";
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final Map<String, Repository> repositories = new ConcurrentHashMap<>();
  private volatile String authorization = "";

  /** Serves a repository at {@code /team/name.git}. */
  public GitOverHttp with(String path, TestRepository repository) {
    repositories.put(path, repository.repository());
    return this;
  }

  /** From now on every request must show this header. */
  public GitOverHttp requiring(String header) {
    authorization = header;
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    if (!authorization.isEmpty() && !authorization.equals(shown)) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
      TestHttpServer.answer(exchange, UNAUTHORIZED, new byte[0]);
      return;
    }
    String path = exchange.getRequestURI().getPath();
    Optional<Repository> repository =
        repositories.entrySet().stream()
            .filter(entry -> path.startsWith(entry.getKey() + "/"))
            .map(Map.Entry::getValue)
            .findFirst();
    if (repository.isEmpty()) {
      TestHttpServer.answer(exchange, NOT_FOUND, new byte[0]);
      return;
    }
    try (UploadPack upload = new UploadPack(repository.get())) {
      upload.setBiDirectionalPipe(false);
      upload.setRequestPolicy(UploadPack.RequestPolicy.REACHABLE_COMMIT);
      String protocol = exchange.getRequestHeaders().getFirst("Git-Protocol");
      upload.setExtraParameters(protocol == null ? List.of() : List.of(protocol.split(":")));
      if (path.endsWith("/info/refs")) {
        advertise(exchange, upload);
      } else {
        talk(exchange, upload);
      }
    }
  }

  private static void advertise(HttpExchange exchange, UploadPack upload) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(new PacketLineOut(out)), SERVICE);
    exchange
        .getResponseHeaders()
        .add("Content-Type", "application/x-" + SERVICE + "-advertisement");
    TestHttpServer.answer(exchange, 200, out.toByteArray());
  }

  private static void talk(HttpExchange exchange, UploadPack upload) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream body = exchange.getRequestBody();
        InputStream in = packed ? new GZIPInputStream(body) : body) {
      upload.upload(in, out, null);
    } catch (UploadPackInternalServerErrorException e) {
      // What went wrong stands in the answer, as JGit's servlet sends it too.
      if (out.size() == 0) {
        throw e;
      }
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-" + SERVICE + "-result");
    TestHttpServer.answer(exchange, 200, out.toByteArray());
  }
}
