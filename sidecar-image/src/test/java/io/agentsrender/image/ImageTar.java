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
      unpack(new GZIPInputStream(new ByteArrayInputStream(member(members, layer.asText()))), files);
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

  private static void unpack(InputStream layer, Map<String, File> files) throws IOException {
    try (TarArchiveInputStream in = new TarArchiveInputStream(layer)) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        String path = "/" + entry.getName().replaceAll("/$", "");
        String text = content.length > SMALL ? "" : new String(content, UTF_8);
        files.put(path, new File(entry.getMode() & 0777, Digest.sha256(content), text));
      }
    }
  }
}
