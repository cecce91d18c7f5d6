package io.agentsrender.helm.load;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/**
 * What is left of the bytes and files that one chart may have, archives in archives unpacked. Helm
 * limits each archive by itself, so that a few nested ones can fill any memory.
 */
final class Allowance {
  private final ChartLimits limits;
  private long bytes;
  private int files;

  Allowance(ChartLimits limits) {
    this.limits = limits;
    this.bytes = 2 * limits.totalBytes();
    this.files = limits.files();
  }

  ChartLimits limits() {
    return limits;
  }

  /** Takes the share of one file. */
  void take(long size, String source) {
    bytes -= size;
    files--;
    if (bytes < 0 || files < 0) {
      throw new RenderException(
          Problem.error(
                  "loading the chart in \"" + source + "\"",
                  "it has more than "
                      + 2 * limits.totalBytes()
                      + " bytes or "
                      + limits.files()
                      + " files, subcharts unpacked")
              .withPlace(Position.ofFile(source))
              .withAdvice("List in .helmignore what does not belong to the chart."));
    }
  }
}
