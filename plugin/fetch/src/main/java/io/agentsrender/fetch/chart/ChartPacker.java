package io.agentsrender.fetch.chart;

import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.load.ChartFiles;
import io.agentsrender.source.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs the files of a chart, as {@code helm dependency build} does with those of a folder. */
final class ChartPacker {
  private ChartPacker() {}

  /** The archive, which is the same for the same files. */
  static Content pack(ChartFiles files, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (ChartFile file : files.files()) {
        byte[] content = file.content().toByteArray();
        TarArchiveEntry entry = new TarArchiveEntry(name + "/" + file.name());
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Content.ofOwned(bytes.toByteArray());
  }
}
