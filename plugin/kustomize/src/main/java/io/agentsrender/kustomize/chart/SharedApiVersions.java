package io.agentsrender.kustomize.chart;

import java.util.Arrays;
import java.util.List;

/**
 * The API versions of the command line as kustomize keeps them for a whole build: one array, into
 * which encoding/json decodes those of every entry of {@code helmCharts} that has its own. An entry
 * that is configured later so changes what others see (HelmChartInflationGenerator.go, Config).
 */
public final class SharedApiVersions {
  /** Up to here Go doubles the capacity of a slice that is appended to. */
  private static final int DOUBLED = 512;

  private final String[] shared;
  private final int length;

  public SharedApiVersions(List<String> given) {
    length = given.size();
    shared = Arrays.copyOf(given.toArray(String[]::new), capacity(length));
  }

  private static int capacity(int length) {
    boolean exact = length == 0 || length > DOUBLED || Integer.bitCount(length) == 1;
    return exact ? length : Integer.highestOneBit(length) * 2;
  }

  /**
   * Configures an entry.
   *
   * @param own its own API versions; none, if it has no such field
   */
  Slice configure(List<String> own) {
    if (own.isEmpty()) {
      return new Slice(shared, length);
    }
    String[] array = shared;
    for (int i = 0; i < own.size(); i++) {
      if (i == array.length) {
        array = Arrays.copyOf(array, own.size());
      }
      array[i] = own.get(i);
    }
    return new Slice(array, own.size());
  }

  /** What one entry sees, at the time it is asked. */
  static final class Slice {
    private final String[] array;
    private final int length;

    private Slice(String[] array, int length) {
      this.array = array;
      this.length = length;
    }

    List<String> list() {
      return List.of(Arrays.copyOf(array, length));
    }
  }
}
