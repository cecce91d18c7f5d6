package io.agentsrender.helm.values;

/** Lays one table over another, without regard to charts. */
public final class ValueTables {
  private ValueTables() {}

  /**
   * A table of its own with all of {@code lower}, over which {@code upper} is laid: maps are
   * merged, everything else is replaced, a null stays (cli/values/options.go, mergeMaps).
   */
  public static ValueTable merge(ValueTable lower, ValueTable upper) {
    ValueTable merged = lower.shallowCopy();
    for (String key : upper.keys()) {
      ValueTable.Entry entry = upper.existing(key);
      ValueTable below = merged.table(key);
      if (below != null && entry.value() instanceof ValueTable above) {
        merged.put(key, new ValueTable.Entry(merge(below, above), entry.key()));
      } else {
        merged.put(key, entry);
      }
    }
    return merged;
  }
}
