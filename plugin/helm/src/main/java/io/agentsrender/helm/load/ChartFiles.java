package io.agentsrender.helm.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.source.Digest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of a chart, read but not yet looked at.
 *
 * @param source where the chart stands
 */
public record ChartFiles(String source, List<ChartFile> files) {
  public ChartFiles {
    files = List.copyOf(files);
  }

  /** The digest of all names, places and contents. */
  public Digest digest() {
    MessageDigest digester = Digest.newSha256();
    digester.update(source.getBytes(UTF_8));
    for (ChartFile file : files) {
      digester.update((byte) 0);
      digester.update(file.name().getBytes(UTF_8));
      digester.update((byte) 0);
      digester.update(file.content().digest().hex().getBytes(UTF_8));
    }
    return new Digest(HexFormat.of().formatHex(digester.digest()));
  }
}
