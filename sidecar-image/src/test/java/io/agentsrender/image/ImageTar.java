package io.agentsrender.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.source.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as {@code docker load} takes it.
 *
 * @param config of the image
 * @param files by absolute path, later layers over earlier ones
 */
record ImageTar(JsonNode config, Map<String, File> files) {

  /**
   * @param mode permissions, and nothing of the type
   * @param text of small files; the others only have their digest
   */
  record File(int mode, Digest digest, String text) {}

  private static final long SMALL = 1 << 20;

  static ImageTar read(Path tar) throws IOException {
    return read(tar, (entry, content) -> {});
  }

  /**
   * Lays the files out below a folder, with the permissions and times that they have in the image.
   */
  static void unpack(Path tar, Path folder) throws IOException {
    read(
        tar,
        (entry, content) -> {
          Path path = folder.resolve(entry.getName()).normalize();
          if (!path.startsWith(folder)) {
            throw new IOException("the image has a file outside of it: " + entry.getName());
          }
          if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
          }
          Files.createDirectories(path.resolveSibling(""));
          Files.write(path, content);
          Files.setLastModifiedTime(path, entry.getLastModifiedTime());
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        });
  }

  /** Sees every member of every layer, in their order. */
  private interface Member {
    void seen(TarArchiveEntry entry, byte[] content) throws IOException;
  }

  private static ImageTar read(Path tar, Member each) throws IOException {
    Map<String, byte[]> members = new TreeMap<>();
    try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        members.put(entry.getName(), in.readAllBytes());
      }
    }
    ObjectMapper json = new ObjectMapper();
    JsonNode manifest = json.readTree(member(members, "manifest.json")).get(0);
    Map<String, File> files = new TreeMap<>();
    for (JsonNode layer : manifest.get("Layers")) {
      collect(
          new GZIPInputStream(new ByteArrayInputStream(member(members, layer.asText()))),
          files,
          each);
    }
    return new ImageTar(json.readTree(member(members, manifest.get("Config").asText())), files);
  }

  private static byte[] member(Map<String, byte[]> members, String name) {
    byte[] member = members.get(name);
    if (member == null) {
      throw new IllegalStateException("the image has no " + name);
    }
    return member;
  }

  private static void collect(InputStream layer, Map<String, File> files, Member each)
      throws IOException {
    try (TarArchiveInputStream in = new TarArchiveInputStream(layer)) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        each.seen(entry, content);
        String path = "/" + entry.getName().replaceAll("/$", "");
        String text = content.length > SMALL ? "" : new String(content, UTF_8);
        files.put(path, new File(entry.getMode() & 0777, Digest.sha256(content), text));
      }
    }
  }
}
