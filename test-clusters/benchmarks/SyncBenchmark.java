import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.EnvEntry;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.Engine;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.PluginServer;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.ServerLimits;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.source.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A warm sync of the example's applications, archive and all in chunks of 1 KiB, against the render
 * alone in the same process and, where {@code HELM} and {@code KUSTOMIZE} name programs, against the
 * command that a plugin would run after Argo CD has unpacked the archive for it.
 */
final class SyncBenchmark {
  private static final Logger NETTY = Logger.getLogger("io.netty.bootstrap");
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root"), "argocd-cmp/example");

  public static void main(String[] arguments) throws Exception {
    NETTY.setLevel(Level.SEVERE);
    byte[] archive = pack(EXAMPLE);
    System.out.printf("the example: %.1f kB packed%n%n", archive.length / 1e3);
    ServerConfig config =
        new ServerConfig(
            List.of(PluginDefinition.DEFAULT),
            Files.createTempDirectory("sync"),
            ServerLimits.defaults(),
            Map.of(),
            "benchmark",
            List.of());
    Engine engine = new Engine();
    PluginServer server =
        PluginServer.start(config, engine::render, (level, message, facts) -> {});
    PluginClient client = new PluginClient(server.sockets().getFirst().path());
    AppStreamRequest[] chunks = PluginClient.chunks(archive, 1 << 10);
    SourceTree tree = SourceTree.ofFolder(EXAMPLE);
    Contest contest = new Contest();
    for (String path :
        List.of(
            "argocd/applications/agents", "argocd/applications/jangar", "sources/charts/agents")) {
      ManifestRequestMetadata metadata = metadata(archive, path);
      RenderRequest request = RenderRequest.of(tree, path, Application.of("agents", "agents"));
      contest.compare(
          "a sync of " + path + " : its render alone",
          0,
          () -> client.generate(metadata, chunks),
          () -> engine.render(request));
      List<String> command = command(path);
      if (!command.isEmpty()) {
        contest.compare(
            "a sync of " + path + " : the command",
            1,
            () -> client.generate(metadata, chunks),
            () -> run(command));
      }
    }
    contest.hold();
  }

  /** Empty where its program is not there. */
  private static List<String> command(String path) {
    String helm = System.getenv().getOrDefault("HELM", "");
    String kustomize = System.getenv().getOrDefault("KUSTOMIZE", "");
    if (path.contains("charts")) {
      return helm.isEmpty()
          ? List.of()
          : List.of(helm, "template", "agents", EXAMPLE.resolve(path).toString());
    }
    return kustomize.isEmpty() || helm.isEmpty()
        ? List.of()
        : List.of(
            kustomize,
            "build",
            "--enable-helm",
            "--helm-command",
            helm,
            "--load-restrictor=LoadRestrictionsNone",
            EXAMPLE.resolve(path).toString());
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private static ManifestRequestMetadata metadata(byte[] archive, String path) throws Exception {
    byte[] checksum = MessageDigest.getInstance("SHA-256").digest(archive);
    return ManifestRequestMetadata.newBuilder()
        .setAppName("agents")
        .setAppRelPath(path)
        .setChecksum(HexFormat.of().formatHex(checksum))
        .setSize(archive.length)
        .addEnv(EnvEntry.newBuilder().setName("ARGOCD_APP_NAME").setValue("agents"))
        .addEnv(EnvEntry.newBuilder().setName("ARGOCD_APP_NAMESPACE").setValue("agents"))
        .build();
  }

  private static byte[] pack(Path folder) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(packed));
        Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        String name = folder.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
          link.setLinkName(Files.readSymbolicLink(path).toString());
          tar.putArchiveEntry(link);
          tar.closeArchiveEntry();
        } else if (Files.isRegularFile(path)) {
          byte[] content = Files.readAllBytes(path);
          TarArchiveEntry entry = new TarArchiveEntry(name);
          entry.setSize(content.length);
          tar.putArchiveEntry(entry);
          tar.write(content);
          tar.closeArchiveEntry();
        }
      }
    }
    return packed.toByteArray();
  }
}
