import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc.ConfigManagementPluginServiceImplBase;
import io.agentsrender.proto.plugin.EnvEntry;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.render.RenderResult;
import io.agentsrender.server.PluginServer;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.ServerLimits;
import io.agentsrender.server.plugin.PluginDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What it costs to take a repository in. The physical limit is {@code gunzip | tar t} of the same
 * archive; for a tree that is held, a service on the same kind of socket that does nothing with a
 * stream but hash it.
 */
final class IntakeBenchmark {
  private static final int FILES = 6_000;
  private static final Logger NETTY = Logger.getLogger("io.netty.bootstrap");

  /** An archive, and others with the same content and another checksum, which are not held. */
  private static final class Repository {
    private static final byte[] END = gzip(new byte[0]);

    final byte[] archive = pack();
    private int others;

    byte[] other() {
      byte[] other = Arrays.copyOf(archive, archive.length + END.length);
      System.arraycopy(END, 0, other, archive.length, END.length);
      // The modification time in the header of an empty gzip member at the end.
      other[archive.length + 4] = (byte) ++others;
      other[archive.length + 5] = (byte) (others >> 8);
      return other;
    }
  }

  public static void main(String[] arguments) throws Exception {
    NETTY.setLevel(Level.SEVERE);
    Path folder = Files.createTempDirectory("intake");
    Repository repository = new Repository();
    byte[] archive = repository.archive;
    Path file = Files.write(folder.resolve("archive.tgz"), archive);
    System.out.printf(
        "%d files, %.1f MB packed%n%n", FILES, archive.length / 1e6);
    ServerConfig config =
        new ServerConfig(
            List.of(PluginDefinition.DEFAULT),
            folder,
            ServerLimits.defaults(),
            Map.of(),
            "benchmark",
            List.of());
    hashingServer(folder.resolve("hashing.sock"));
    PluginServer server =
        PluginServer.start(config, IntakeBenchmark::nothing, (level, message, facts) -> {});
    PluginClient client = new PluginClient(server.sockets().getFirst().path());
    PluginClient hashed = new PluginClient(folder.resolve("hashing.sock"));
    Contest contest = new Contest();
    for (int size : new int[] {64 << 10, 1 << 10}) {
      String chunks = " in chunks of " + size / 1024 + " KiB : ";
      Call fresh = new Call();
      contest.compare(
          "a new tree" + chunks + "gunzip | tar t",
          1.5,
          () -> fresh.send(repository.other(), size),
          () -> client.generate(fresh.metadata, fresh.chunks),
          () -> gunzipTar(file));
      Call same = new Call();
      same.send(archive, size);
      contest.compare(
          "a held tree" + chunks + "a service that only hashes",
          1.3,
          () -> client.generate(same.metadata, same.chunks),
          () -> hashed.generate(same.metadata, same.chunks));
      contest.compare(
          "a held tree" + chunks + "SHA-256 in memory",
          0,
          () -> client.generate(same.metadata, same.chunks),
          () -> MessageDigest.getInstance("SHA-256").digest(archive));
    }
    contest.hold();
  }

  /** What one call sends. */
  private static final class Call {
    ManifestRequestMetadata metadata = ManifestRequestMetadata.getDefaultInstance();
    AppStreamRequest[] chunks = {};

    void send(byte[] archive, int size) throws Exception {
      metadata = metadata(archive);
      chunks = PluginClient.chunks(archive, size);
    }
  }

  private static RenderResult nothing(RenderRequest request) {
    return RenderResult.failed(List.of());
  }

  private static void gunzipTar(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", "gunzip -c '" + file + "' | tar t >/dev/null").start();
    if (process.waitFor() != 0) {
      throw new IOException("gunzip | tar t failed");
    }
  }

  private static ManifestRequestMetadata metadata(byte[] archive) throws Exception {
    byte[] checksum = MessageDigest.getInstance("SHA-256").digest(archive);
    return ManifestRequestMetadata.newBuilder()
        .setAppName("web")
        .setAppRelPath("apps/a0")
        .setChecksum(HexFormat.of().formatHex(checksum))
        .setSize(archive.length)
        .addEnv(EnvEntry.newBuilder().setName("ARGOCD_APP_NAME").setValue("web"))
        .build();
  }

  /** The least that any server has to do. */
  private static void hashingServer(Path socket) throws IOException {
    MultiThreadIoEventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
        .channelType(NioServerDomainSocketChannel.class)
        .bossEventLoopGroup(loops)
        .workerEventLoopGroup(loops)
        .addService(new Hashing())
        .build()
        .start();
  }

  private static final class Hashing extends ConfigManagementPluginServiceImplBase {
    @Override
    public StreamObserver<AppStreamRequest> generateManifest(
        StreamObserver<ManifestResponse> responses) {
      MessageDigest digest;
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return new StreamObserver<>() {
        @Override
        public void onNext(AppStreamRequest message) {
          digest.update(message.getFile().getChunk().asReadOnlyByteBuffer());
        }

        @Override
        public void onError(Throwable cause) {}

        @Override
        public void onCompleted() {
          responses.onNext(
              ManifestResponse.newBuilder().setSourceType(HexFormat.of().formatHex(digest.digest())).build());
          responses.onCompleted();
        }
      };
    }
  }

  /** Manifests and charts of some thousand small files, and a third as much of git's packs. */
  private static byte[] pack() {
    Random random = new Random(1);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      byte[] noise = new byte[4 << 20];
      random.nextBytes(noise);
      file(tar, ".git/objects/pack/pack-1.pack", noise);
      for (int i = 0; i < FILES; i++) {
        StringBuilder text = new StringBuilder();
        int lines = 40 + random.nextInt(200);
        for (int line = 0; line < lines; line++) {
          text.append("  key-").append(random.nextInt(500)).append(": value ");
          text.append(Long.toHexString(random.nextLong())).append('\n');
        }
        file(tar, "apps/a" + i / 20 + "/templates/file-" + i + ".yaml", text.toString().getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void file(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
