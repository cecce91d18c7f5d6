package io.agentsrender.fetch.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packaged charts for tests. */
public final class TestChart {
  private TestChart() {}

  /** A chart with one template. */
  public static byte[] packed(String name, String version) {
    return packed(
        name,
        Map.of(
            "Chart.yaml",
            "apiVersion: v2\nname: " + name + "\nversion: " + version + "\n",
            "values.yaml",
            "replicas: 1\n",
            "templates/map.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{ .Release.Name }}-{{ .Chart.Name }}
            data:
              version: {{ .Chart.Version | quote }}
            """));
  }

  public static byte[] packed(String name, Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        byte[] content = file.getValue().getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name + "/" + file.getKey());
        // The same chart packed twice is the same bytes, whatever the second.
        entry.setModTime(0L);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
