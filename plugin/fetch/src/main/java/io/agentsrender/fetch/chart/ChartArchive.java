package io.agentsrender.fetch.chart;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.load.ChartLimits;
import io.agentsrender.helm.load.ChartLoader;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Unpacks charts. What was unpacked is kept as long as there is memory for it. */
public final class ChartArchive {
  private static final String CHART_FILE = "Chart.yaml";

  private final ChartLoader loader =
      new ChartLoader(HelmProfile.DEFAULT, ChartLimits.of(HelmProfile.DEFAULT));
  private final ConcurrentMap<Digest, SoftReference<SourceTree>> unpacked =
      new ConcurrentHashMap<>();

  /**
   * The files of a packaged chart.
   *
   * @param tried for the error
   * @throws FetchException where it is no chart
   */
  SourceTree open(Content archive, String tried) {
    SoftReference<SourceTree> known = unpacked.get(archive.digest());
    @Nullable SourceTree tree = known == null ? null : known.get();
    if (tree == null) {
      tree = unpack(archive, tried);
      unpacked.values().removeIf(reference -> reference.get() == null);
      unpacked.put(archive.digest(), new SoftReference<>(tree));
    }
    return tree;
  }

  private SourceTree unpack(Content archive, String tried) {
    SourceTree.Builder tree = SourceTree.builder();
    try {
      for (ChartFile file : loader.ofArchive(archive, "the archive").files()) {
        tree.file(file.name(), file.content());
      }
    } catch (RenderException e) {
      throw broken(tried, e.problems().getFirst().reason());
    }
    SourceTree built = tree.build();
    if (built.file(CHART_FILE).isEmpty()) {
      throw broken(tried, CHART_FILE + " file is missing");
    }
    return built;
  }

  private static FetchException broken(String tried, String reason) {
    return FetchException.of(
        Kind.MALFORMED,
        tried,
        "what came is no chart: " + reason,
        "Check that the URL is right; servers sometimes answer with a page for people.");
  }
}
