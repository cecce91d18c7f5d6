package io.agentsrender.helm.load;

import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Collects the files of a packaged chart, a gzipped tar whose one top folder is dropped
 * (chart/loader/archive.go). Links, which {@code helm package} never writes, are refused.
 */
final class ArchiveChartFiles {
  /** A tar header and the padding behind a file. */
  private static final long BYTES_AROUND_A_FILE = 4096;

  private final String source;
  private final Allowance allowance;
  private final ChartLimits limits;
  private final List<ChartFile> files = new ArrayList<>();
  private long remaining;

  private ArchiveChartFiles(String source, Allowance allowance) {
    this.source = source;
    this.allowance = allowance;
    this.limits = allowance.limits();
    this.remaining = limits.totalBytes();
  }

  /**
   * Reads an archive.
   *
   * @param source its path, for positions and problems
   */
  static List<ChartFile> read(Content archive, String source, Allowance allowance) {
    if (!archive.startsWith((byte) 0x1F, (byte) 0x8B, (byte) 0x08)) {
      throw refused(source, "file '" + source + "' does not appear to be a gzipped archive");
    }
    ArchiveChartFiles reader = new ArchiveChartFiles(source, allowance);
    ChartLimits limits = allowance.limits();
    long inflated = limits.totalBytes() + limits.files() * BYTES_AROUND_A_FILE;
    try (InputStream gunzip = new GZIPInputStream(archive.openStream(), 1 << 16);
        InputStream capped = new CappedInputStream(new BufferedInputStream(gunzip), inflated);
        TarArchiveInputStream tar = new TarArchiveInputStream(capped, "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        reader.add(entry, tar);
      }
    } catch (EOFException e) {
      throw refused(source, "unexpected EOF: it is not a whole gzipped tar");
    } catch (IOException | IllegalArgumentException e) {
      throw refused(source, "archive/tar: invalid tar header: " + e.getMessage());
    }
    if (reader.files.isEmpty()) {
      throw refused(source, "no files in chart archive");
    }
    return List.copyOf(reader.files);
  }

  private void add(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
    if (entry.isDirectory() || entry.isGlobalPaxHeader()) {
      return;
    }
    if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink()) {
      throw refused(source, "\"" + entry.getName() + "\" is a link or a device, not a file");
    }
    String name = name(entry.getName());
    checkSize(entry);
    byte[] bytes = tar.readNBytes((int) entry.getSize());
    remaining -= bytes.length;
    if (bytes.length < entry.getSize() || remaining <= 0) {
      throw tooLarge();
    }
    allowance.take(bytes.length, source);
    files.add(ChartFile.of(name, source + "!/" + name, Content.ofOwned(bytes)));
  }

  private void checkSize(TarArchiveEntry entry) {
    if (entry.getSize() > remaining || files.size() >= limits.files()) {
      throw tooLarge();
    }
    if (entry.getSize() > limits.fileBytes()) {
      throw refused(
          source,
          "decompressed chart file \""
              + entry.getName()
              + "\" is larger than the maximum file size "
              + limits.fileBytes());
    }
  }

  private RenderException tooLarge() {
    return refused(
        source,
        "decompressed chart is larger than the maximum file size "
            + limits.totalBytes()
            + " or has more than "
            + limits.files()
            + " files");
  }

  private String name(String entry) {
    char separator = entry.indexOf('\\') >= 0 ? '\\' : '/';
    int top = entry.indexOf(separator);
    String rest = top < 0 ? "" : entry.substring(top + 1).replace(separator, '/');
    if (rest.startsWith("/")) {
      throw refused(source, "chart illegally contains absolute paths: \"" + entry + "\"");
    }
    String name = clean(rest);
    if (name.isEmpty()) {
      throw refused(
          source, "chart illegally contains content outside the base directory: \"" + entry + "\"");
    }
    if (name.startsWith("..")) {
      throw refused(source, "chart illegally references parent directory: \"" + entry + "\"");
    }
    if (name.length() > 2 && name.startsWith(":/", 1) && Character.isLetter(name.charAt(0))) {
      throw refused(source, "chart contains illegally named files: \"" + entry + "\"");
    }
    if (entry.startsWith("Chart.yaml" + separator) || entry.equals("Chart.yaml")) {
      throw refused(source, "chart yaml not in base directory");
    }
    return name;
  }

  /** Go's path.Clean for a relative path; the empty path stands for its ".". */
  private static String clean(String path) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }

  private static RenderException refused(String source, String reason) {
    return new RenderException(
        Problem.error("loading the packaged chart \"" + source + "\"", reason)
            .withPlace(Position.ofFile(source))
            .withAdvice("Package the chart again with helm package."));
  }

  /** Ends where an archive inflates to more than it may; its headers count too. */
  private static final class CappedInputStream extends InputStream {
    private final InputStream in;
    private final long limit;
    private long left;

    CappedInputStream(InputStream in, long limit) {
      this.in = in;
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      take(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      take(Math.max(count, 0));
      return count;
    }

    private void take(int count) throws IOException {
      left -= count;
      if (left < 0) {
        throw new IOException(
            String.format(Locale.ROOT, "it inflates to more than %d bytes", limit));
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
