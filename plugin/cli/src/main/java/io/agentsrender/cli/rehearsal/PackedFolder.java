package io.agentsrender.cli.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A folder as the repo-server would send it. */
final class PackedFolder {
  private PackedFolder() {}

  static byte[] of(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Path path : paths(folder)) {
        write(tar, path, folder.relativize(path).toString());
      }
    }
    return bytes.toByteArray();
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted().toList();
    }
  }

  private static void write(TarArchiveOutputStream tar, Path path, String relative)
      throws IOException {
    String name = relative.isEmpty() ? "." : relative;
    if (Files.isSymbolicLink(path)) {
      TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(Files.readSymbolicLink(path).toString());
      tar.putArchiveEntry(link);
    } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
    } else {
      TarArchiveEntry file = new TarArchiveEntry(name);
      file.setSize(Files.size(path));
      tar.putArchiveEntry(file);
      Files.copy(path, tar);
    }
    tar.closeArchiveEntry();
  }
}
