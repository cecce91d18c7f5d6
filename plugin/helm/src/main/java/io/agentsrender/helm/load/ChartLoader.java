package io.agentsrender.helm.load;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;

/** Loads charts as one release of Helm does. */
public final class ChartLoader {
  private final HelmProfile profile;
  private final ChartLimits limits;

  public ChartLoader(HelmProfile profile, ChartLimits limits) {
    this.profile = profile;
    this.limits = limits;
  }

  /**
   * The files of the chart in a folder.
   *
   * @throws RenderException where a limit is hit
   */
  public ChartFiles ofFolder(SourceTree tree, String folder) {
    return new ChartFiles(folder, FolderChartFiles.read(tree, folder, new Allowance(limits)));
  }

  /**
   * The files of a packaged chart.
   *
   * @param source the path of the archive, for positions and problems
   * @throws RenderException where it is hostile, or a limit is hit
   */
  public ChartFiles ofArchive(Content archive, String source) {
    try {
      return new ChartFiles(source, ArchiveChartFiles.read(archive, source, new Allowance(limits)));
    } catch (RenderException e) {
      throw profile.isHelm4() ? unloadable(e) : e;
    }
  }

  private static RenderException unloadable(RenderException cause) {
    Problem problem = cause.problems().getFirst();
    return new RenderException(
        problem.withReason("unable to load chart archive: " + problem.reason()), cause);
  }

  /**
   * The chart that files make.
   *
   * @throws RenderException where Helm refuses it
   */
  public Chart load(ChartFiles files) {
    return new ChartAssembler(profile, new Allowance(limits), files.source())
        .assembleKnownFormat(files.files());
  }

  /**
   * The same, whatever format it says it has, as {@code helm lint} loads it.
   *
   * @throws RenderException where Helm refuses it
   */
  public Chart loadAnyFormat(ChartFiles files) {
    return new ChartAssembler(profile, new Allowance(limits), files.source())
        .assemble(files.files());
  }
}
