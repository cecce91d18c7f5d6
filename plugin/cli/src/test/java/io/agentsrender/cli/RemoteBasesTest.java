package io.agentsrender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kustomizations that name files, bases and charts of other hosts: refused, or fetched if allowed.
 */
class RemoteBasesTest {
  private static final String MAP =
      """
      apiVersion: v1
      data:
        color: blue
      kind: ConfigMap
      metadata:
        name: settings
      """;
  private static final String SERVICE_GIT = "git-upload-pack";

  @TempDir Path folder;
  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("bases"));
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/map.yaml", exchange -> answer(exchange, "text/yaml", MAP.getBytes(UTF_8)));
    // Whatever else is asked for is not found: kustomize tries a base as a file first.
    server.createContext("/team/bases.git/info/refs", this::talkGit);
    server.createContext("/team/bases.git/" + SERVICE_GIT, this::talkGit);
    server.start();
    commit();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    repository.close();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private CommandRun build(String kustomization, String... flags) throws IOException {
    Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
    List<String> arguments = new ArrayList<>(List.of("kustomize", "--enable-helm", "."));
    arguments.addAll(List.of(flags));
    return CommandRun.in(folder, arguments.toArray(String[]::new));
  }

  @Test
  void fetchesAFileAndARepositoryThatAreAllowed() throws IOException {
    CommandRun file =
        build("namePrefix: a-\nresources: ['" + url() + "/map.yaml']\n", "--allow-host", url());
    assertThat(file.err()).isEmpty();
    assertThat(file.out()).isEqualTo(MAP.replace("settings", "a-settings"));
    CommandRun base =
        build(
            "namePrefix: b-\nresources: ['" + url() + "/team/bases.git//apps/web?ref=v1']\n",
            "--allow-host",
            url());
    assertThat(base.err()).isEmpty();
    assertThat(base.out()).isEqualTo(MAP.replace("settings", "b-web-settings"));
    assertThat(base.code()).isZero();
  }

  @Test
  void refusesThemOtherwiseAndSaysWhatToDo() throws IOException {
    for (String entry : List.of(url() + "/map.yaml", url() + "/team/bases.git//apps/web?ref=v1")) {
      CommandRun refused = build("resources:\n- '" + entry + "'\n");
      assertThat(refused.out()).isEmpty();
      assertThat(refused.code()).isNotZero();
      assertThat(refused.err())
          .contains(entry, "no connection is opened", "kustomization.yaml:2:3")
          .containsPattern("Keep|Copy")
          .contains("--allow-host http://127.0.0.1");
    }
  }

  @Test
  void refusesAChartAtTheEntryThatNamesIt() throws IOException {
    CommandRun refused =
        build("helmCharts:\n- name: web\n  repo: " + url() + "/charts\n  version: 1.2.3\n");
    assertThat(refused.code()).isNotZero();
    assertThat(refused.err())
        .contains("\"web\" 1.2.3", url() + "/charts", "kustomization.yaml:2:3")
        .contains("unpacked in the repository", "--allow-host");
  }

  @Test
  void saysThatTheFolderOfARepositoryIsMissing() throws IOException {
    CommandRun missing =
        build(
            "resources: ['" + url() + "/team/bases.git//apps/none?ref=v1']\n",
            "--allow-host",
            url());
    assertThat(missing.code()).isNotZero();
    assertThat(missing.err()).contains("apps/none", "no such file or directory");
  }

  private void commit() throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache tree = DirCache.newInCore();
      DirCacheBuilder index = tree.builder();
      String kustomization = "namePrefix: web-\nresources: [map.yaml]\n";
      index.add(file(inserter, "apps/web/kustomization.yaml", kustomization));
      index.add(file(inserter, "apps/web/map.yaml", MAP));
      index.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree.writeTree(inserter));
      PersonIdent nobody =
          new PersonIdent("Test", "test@example.com", Instant.EPOCH, ZoneOffset.UTC);
      commit.setAuthor(nobody);
      commit.setCommitter(nobody);
      commit.setMessage("Add a base");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate tag = repository.updateRef("refs/tags/v1");
      tag.setNewObjectId(id);
      tag.forceUpdate();
    }
  }

  private static DirCacheEntry file(ObjectInserter inserter, String path, String text)
      throws IOException {
    DirCacheEntry entry = new DirCacheEntry(path);
    entry.setFileMode(FileMode.REGULAR_FILE);
    entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, text.getBytes(UTF_8)));
    return entry;
  }

  /** Git's smart protocol over HTTP, by the server side of JGit. */
  private void talkGit(HttpExchange exchange) throws IOException {
    try (UploadPack upload = new UploadPack(repository)) {
      upload.setBiDirectionalPipe(false);
      String protocol = exchange.getRequestHeaders().getFirst("Git-Protocol");
      upload.setExtraParameters(protocol == null ? List.of() : List.of(protocol.split(":")));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (exchange.getRequestURI().getPath().endsWith("/info/refs")) {
        upload.sendAdvertisedRefs(
            new PacketLineOutRefAdvertiser(new PacketLineOut(out)), SERVICE_GIT);
        answer(exchange, "application/x-" + SERVICE_GIT + "-advertisement", out.toByteArray());
      } else {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        var body = exchange.getRequestBody();
        upload.upload(packed ? new GZIPInputStream(body) : body, out, null);
        answer(exchange, "application/x-" + SERVICE_GIT + "-result", out.toByteArray());
      }
    }
  }

  private static void answer(HttpExchange exchange, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }
}
