package io.agentsrender.helm.profile;

/**
 * What a null in the user's values does to a chart's default below the top level
 * (chartutil/coalesce.go, coalesceTablesFullKey), oldest rule first.
 */
public enum NullRule {
  /**
   * It deletes the key, also where the default is null itself; so it does below a subchart's key.
   */
  DELETES,

  /** It deletes the key, but stays below a subchart's key, to delete that chart's own default. */
  DELETES_BUT_REACHES_SUBCHARTS,

  /** It deletes the key only where the default is not null. */
  DELETES_WHAT_IS_SET,

  /** The same, and nulls among the chart's defaults vanish before they are merged. */
  DEFAULTS_HOLD_NO_NULLS;

  public boolean reachesSubcharts() {
    return this != DELETES;
  }

  public boolean keepsDeclaredNulls() {
    return this == DELETES_WHAT_IS_SET || this == DEFAULTS_HOLD_NO_NULLS;
  }

  public boolean dropsNullDefaults() {
    return this == DEFAULTS_HOLD_NO_NULLS;
  }
}
