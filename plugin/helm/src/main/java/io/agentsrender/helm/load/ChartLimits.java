package io.agentsrender.helm.load;

import io.agentsrender.helm.profile.HelmProfile;

/**
 * How large a chart may be.
 *
 * @param fileBytes the largest file
 * @param totalBytes all files together
 * @param files how many files
 * @param depth how deep folders, and charts in charts, may nest
 */
public record ChartLimits(long fileBytes, long totalBytes, int files, int depth) {
  private static final long MEBIBYTE = 1L << 20;

  /**
   * Those of Helm where it has any: 5 MiB a file and 100 MiB an archive since 3.17. The number of
   * files and the depth are ours; no public chart comes near them.
   */
  public static ChartLimits of(HelmProfile profile) {
    boolean limited = profile.isAtLeast(HelmProfile.HELM_3_19);
    return new ChartLimits((limited ? 5 : 100) * MEBIBYTE, 100 * MEBIBYTE, 20_000, 64);
  }
}
