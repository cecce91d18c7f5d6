package io.agentsrender.helm.chart;

import io.agentsrender.source.Content;
import java.util.Arrays;

/**
 * A file of a chart.
 *
 * @param name path inside the chart
 * @param source where it stands for people: path in the repository, and behind {@code !/} the path
 *     in an archive
 * @param content its bytes, without a UTF-8 byte order mark
 */
public record ChartFile(String name, String source, Content content) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** A file as Helm keeps it: without the byte order mark that may stand at its start. */
  public static ChartFile of(String name, String source, Content content) {
    if (!content.startsWith(BYTE_ORDER_MARK)) {
      return new ChartFile(name, source, content);
    }
    byte[] bytes = content.toByteArray();
    byte[] text = Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length);
    return new ChartFile(name, source, Content.ofOwned(text));
  }

  /** The same file under the name it has in a subchart. */
  public ChartFile named(String other) {
    return new ChartFile(other, source, content);
  }
}
