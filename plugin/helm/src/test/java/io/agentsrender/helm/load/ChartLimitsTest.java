package io.agentsrender.helm.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

/** Charts that are too large, too many or too deep. */
class ChartLimitsTest {
  private static final long MEBIBYTE = 1L << 20;
  private static final String DESCRIPTION = "apiVersion: v2\nname: p\nversion: 1.0.0\n";

  /** 300 bytes a file, 1000 altogether, five files, three levels. */
  private static final ChartLimits SMALL = new ChartLimits(300, 1000, 5, 3);

  @Test
  void writtenDefaults() {
    assertThat(ChartLimits.of(HelmProfile.HELM_3_15))
        .isEqualTo(new ChartLimits(100 * MEBIBYTE, 100 * MEBIBYTE, 20_000, 64));
    assertThat(ChartLimits.of(HelmProfile.DEFAULT))
        .isEqualTo(new ChartLimits(5 * MEBIBYTE, 100 * MEBIBYTE, 20_000, 64));
  }

  @Test
  void aFileOfAFolder() {
    Map<String, byte[]> files = chart();
    files.put("a.txt", new byte[301]);

    Problem problem = folderProblem(files);
    assertThat(problem.reason())
        .isEqualTo("chart file \"a.txt\" is larger than the maximum file size 300");
    assertThat(problem.place().orElseThrow().file()).isEqualTo("p/a.txt");
  }

  @Test
  void aFileOfAnArchive() {
    Map<String, byte[]> files = chart();
    files.put("a.txt", new byte[301]);

    assertThat(archiveProblem(archive(files)).reason())
        .isEqualTo("decompressed chart file \"p/a.txt\" is larger than the maximum file size 300");
  }

  @Test
  void allFilesOfAnArchive() {
    Map<String, byte[]> files = chart();
    for (String name : new String[] {"a", "b", "c", "d"}) {
      files.put(name, new byte[290]);
    }

    assertThat(archiveProblem(archive(files)).reason())
        .startsWith("decompressed chart is larger than the maximum file size 1000");
  }

  @Test
  void theNumberOfFiles() {
    Map<String, byte[]> files = chart();
    for (int i = 0; i < 5; i++) {
      files.put("f" + i, new byte[0]);
    }

    assertThat(folderProblem(files).reason()).contains("more than 2000 bytes or 5 files");
    assertThat(archiveProblem(archive(files)).reason()).contains("more than 5 files");
  }

  @Test
  void archivesInArchivesCountTogether() {
    // Three archives of a few bytes, each of which inflates to less than the limit of one.
    Map<String, byte[]> files = chart();
    for (String name : new String[] {"a", "b", "c"}) {
      Map<String, byte[]> inner = new LinkedHashMap<>();
      inner.put("Chart.yaml", DESCRIPTION.replace("name: p", "name: " + name).getBytes(UTF_8));
      inner.put("x", new byte[290]);
      inner.put("y", new byte[290]);
      inner.put("z", new byte[290]);
      files.put("charts/" + name + "-1.0.0.tgz", archive(inner));
    }
    ChartLoader loader = new ChartLoader(HelmProfile.DEFAULT, new ChartLimits(2000, 1500, 50, 3));
    assertThat(loader.load(loader.ofFolder(tree(files), "p")).charts()).hasSize(3);

    ChartLoader strict = new ChartLoader(HelmProfile.DEFAULT, new ChartLimits(2000, 950, 50, 3));
    assertThat(problem(() -> strict.load(strict.ofFolder(tree(files), "p"))).reason())
        .contains("more than 1900 bytes or 50 files, subcharts unpacked");
  }

  @Test
  void aBombInAHeader() {
    byte[] bomb = archiveWithLongName(4 << 20);

    assertThat(bomb).hasSizeLessThan(20_000);
    assertThat(archiveProblem(bomb).reason())
        .isEqualTo("archive/tar: invalid tar header: it inflates to more than 21480 bytes");
  }

  @Test
  void aHeaderThatPromisesMoreThanIsThere() {
    byte[] whole = archive(chart());

    assertThat(archiveProblem(Arrays.copyOf(whole, whole.length / 2)).reason())
        .contains("unexpected EOF");
  }

  @Test
  void foldersInsideOfEachOther() {
    Map<String, byte[]> files = chart();
    files.put("a/b/c/d/e.txt", new byte[0]);

    Problem problem = folderProblem(files);
    assertThat(problem.reason()).isEqualTo("its folders nest deeper than 3 levels");
    assertThat(problem.place().orElseThrow().file()).isEqualTo("p/a/b/c/d");
  }

  @Test
  void chartsInsideOfEachOther() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String path = "";
    for (int i = 0; i < 5; i++) {
      files.put(path + "Chart.yaml", DESCRIPTION.getBytes(UTF_8));
      path += "charts/p/";
    }
    ChartLoader loader = new ChartLoader(HelmProfile.DEFAULT, SMALL);
    ChartFiles loaded = loader.ofArchive(Content.ofOwned(archive(files)), "p.tgz");

    assertThat(problem(() -> loader.load(loaded)).reason()).contains("nest deeper than 3 levels");
  }

  private static Map<String, byte[]> chart() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Chart.yaml", DESCRIPTION.getBytes(UTF_8));
    return files;
  }

  private static SourceTree tree(Map<String, byte[]> files) {
    SourceTree.Builder tree = SourceTree.builder();
    files.forEach((path, bytes) -> tree.file("p/" + path, Content.ofOwned(bytes)));
    return tree.build();
  }

  private static Problem folderProblem(Map<String, byte[]> files) {
    ChartLoader loader = new ChartLoader(HelmProfile.DEFAULT, SMALL);
    return problem(() -> loader.ofFolder(tree(files), "p"));
  }

  private static Problem archiveProblem(byte[] archive) {
    ChartLoader loader = new ChartLoader(HelmProfile.DEFAULT, SMALL);
    return problem(() -> loader.ofArchive(Content.ofOwned(archive), "p.tgz"));
  }

  private static Problem problem(Runnable load) {
    return catchThrowableOfType(RenderException.class, load::run).problems().getFirst();
  }

  private static byte[] archive(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("p/" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gzip(bytes.toByteArray());
  }

  /** A GNU header of that many bytes, which names the file after it. */
  private static byte[] archiveWithLongName(int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry header =
          new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
      header.setSize(length);
      tar.putArchiveEntry(header);
      byte[] name = new byte[length];
      Arrays.fill(name, (byte) 'x');
      tar.write(name);
      tar.closeArchiveEntry();
      tar.putArchiveEntry(new TarArchiveEntry("p/x"));
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gzip(bytes.toByteArray());
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
