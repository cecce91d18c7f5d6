package io.agentsrender.helm;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.values.ValueTable;
import java.util.Set;

/** Tells which of the values that people give to a release are meant for somebody else. */
@FunctionalInterface
public interface ForeignValues {
  /** All values are the chart's, as for Helm itself. */
  ForeignValues NONE = (_, _) -> Set.of();

  /**
   * The top-level keys that are taken out before the chart or its schema see them.
   *
   * @param given by files and flags, without the chart's defaults; not to be changed
   */
  Set<String> among(ValueTable given, Chart chart);
}
