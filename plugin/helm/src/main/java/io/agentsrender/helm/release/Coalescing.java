package io.agentsrender.helm.release;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.NullRule;
import io.agentsrender.helm.values.GoValues;
import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lays values over the defaults of a chart and its subcharts (chartutil/coalesce.go). Tables are
 * merged, everything else is replaced; nulls delete, or stay while values are only merged.
 *
 * <p>Which tables are changed in place and which are shared is part of what is matched: through it
 * a subchart's nested globals can show in its parent.
 */
final class Coalescing {
  static final String GLOBAL = "global";

  private final NullRule nullRule;
  private final boolean keepNulls;
  private final Consumer<Problem> warnings;

  private Coalescing(NullRule nullRule, boolean keepNulls, Consumer<Problem> warnings) {
    this.nullRule = nullRule;
    this.keepNulls = keepNulls;
    this.warnings = warnings;
  }

  /** For the final values: nulls delete (CoalesceValues). */
  static Coalescing deletingNulls(NullRule nullRule, Consumer<Problem> warnings) {
    return new Coalescing(nullRule, false, warnings);
  }

  /** For values that will be coalesced later: nulls stay (MergeValues). */
  static Coalescing keepingNulls(NullRule nullRule, Consumer<Problem> warnings) {
    return new Coalescing(nullRule, true, warnings);
  }

  /** One table laid over another, in a tree of its own (CoalesceTables). */
  static ValueTable tables(ValueTable upper, ValueTable lower, NullRule nullRule) {
    ValueTable merged = upper.copy();
    deletingNulls(nullRule, _ -> {}).addTable(merged, lower.copy(), "");
    return merged;
  }

  /** The values of a chart and all below it, in a tree of their own. */
  ValueTable values(ReleaseChart chart, ValueTable given) {
    return coalesce(chart, given.copy(), "");
  }

  private ValueTable coalesce(ReleaseChart chart, ValueTable values, String prefix) {
    addDefaults(chart, values, prefix);
    for (ReleaseChart subchart : chart.charts()) {
      String key = GoString.encode(subchart.name());
      ValueTable own = subchartTable(values, key, subchart);
      String subchartPrefix = join(prefix, chart.name());
      addGlobals(own, values, subchartPrefix);
      coalesce(subchart, own, subchartPrefix);
    }
    return values;
  }

  private static ValueTable subchartTable(ValueTable values, String key, ReleaseChart subchart) {
    Value existing = values.get(key);
    if (existing == null) {
      ValueTable empty = new ValueTable();
      values.put(key, empty);
      return empty;
    }
    if (existing instanceof ValueTable table) {
      return table;
    }
    throw new RenderException(
        Problem.error(
                "merging the values of subchart \"" + subchart.name() + "\"",
                "type mismatch on " + subchart.name() + ": " + GoValues.printAsBool(existing))
            .withPlace(existing.position())
            .withAdvice(
                "The key \"" + subchart.name() + "\" holds the subchart's values: make it a map."));
  }

  private void addGlobals(ValueTable target, ValueTable from, String prefix) {
    Value targetGlobals = target.get(GLOBAL);
    Value fromGlobals = from.get(GLOBAL);
    if (targetGlobals != null && !(targetGlobals instanceof ValueTable)) {
      warn("skipping globals because destination global is not a table", targetGlobals);
      return;
    }
    if (fromGlobals != null && !(fromGlobals instanceof ValueTable)) {
      warn("skipping globals because source global is not a table", fromGlobals);
      return;
    }
    ValueTable globals = targetGlobals instanceof ValueTable existing ? existing : new ValueTable();
    if (fromGlobals instanceof ValueTable parentGlobals) {
      for (String key : parentGlobals.keys()) {
        addGlobal(globals, parentGlobals, key, prefix);
      }
    }
    target.put(GLOBAL, globals);
  }

  private void addGlobal(ValueTable globals, ValueTable parent, String key, String prefix) {
    Value existing = globals.get(key);
    ValueTable parentTable = parent.table(key);
    if (parentTable == null) {
      if (existing instanceof ValueTable) {
        warn("key " + key + " is table. Skipping", existing);
      } else {
        globals.put(key, parent.existing(key));
      }
      return;
    }
    if (existing != null && !(existing instanceof ValueTable)) {
      warn("Conflict: cannot merge map onto non-map for \"" + key + "\". Skipping.", existing);
      return;
    }
    // What is nested deeper stays shared with the parent, and takes what the subchart adds to it.
    ValueTable merged = parentTable.shallowCopy();
    if (existing instanceof ValueTable own) {
      keepingNulls(nullRule, warnings).addTable(merged, own, join(prefix, key));
    }
    globals.put(key, merged);
  }

  private void addDefaults(ReleaseChart chart, ValueTable values, String prefix) {
    String path = join(prefix, chart.name());
    ValueTable defaults = chart.defaults().copy();
    for (String key : defaults.keys()) {
      ValueTable.Entry standard = defaults.existing(key);
      Value value = values.get(key);
      if (value == null) {
        addMissing(values, key, standard);
      } else if (value.isNull() && !keepNulls) {
        values.remove(key);
      } else if (value instanceof ValueTable table) {
        addDefaultTable(chart, table, standard.value(), key, path);
      }
    }
  }

  private void addMissing(ValueTable values, String key, ValueTable.Entry standard) {
    if (!keepNulls && nullRule.dropsNullDefaults()) {
      if (standard.value().isNull()) {
        return;
      }
      if (standard.value() instanceof ValueTable table) {
        removeNulls(table);
      }
    }
    values.put(key, standard);
  }

  private void addDefaultTable(
      ReleaseChart chart, ValueTable table, Value standard, String key, String path) {
    if (!(standard instanceof ValueTable defaults)) {
      if (!standard.isNull()) {
        warn("skipped value for " + path + "." + key + ": Not a table.", table);
      }
      return;
    }
    boolean subchart =
        nullRule.reachesSubcharts()
            && chart.charts().stream().anyMatch(c -> GoString.encode(c.name()).equals(key));
    Coalescing rules = subchart ? keepingNulls(nullRule, warnings) : this;
    if (!rules.keepNulls && nullRule.dropsNullDefaults()) {
      removeNulls(defaults);
    }
    rules.addTable(table, defaults, join(path, key));
  }

  /** Adds to {@code target} what it lacks of {@code from}, table by table. */
  void addTable(ValueTable target, ValueTable from, String path) {
    Set<String> set = new HashSet<>();
    for (String key : from.keys()) {
      if (!from.existing(key).value().isNull()) {
        set.add(key);
      }
    }
    if (nullRule.keepsDeclaredNulls()) {
      copyNulls(target, from);
    }
    for (String key : from.keys()) {
      ValueTable.Entry source = from.existing(key);
      Value value = target.get(key);
      boolean deletes = !keepNulls && (!nullRule.keepsDeclaredNulls() || set.contains(key));
      if (value == null) {
        target.put(key, source);
      } else if (value.isNull() && deletes) {
        target.remove(key);
      } else if (source.value() instanceof ValueTable sourceTable) {
        if (value instanceof ValueTable table) {
          addTable(table, sourceTable, join(path, key));
        } else {
          warn("cannot overwrite table with non table for " + join(path, key), value);
        }
      } else if (value instanceof ValueTable && !source.value().isNull()) {
        warn("destination for " + join(path, key) + " is a table. Ignoring non-table value", value);
      }
    }
  }

  private static void copyNulls(ValueTable target, ValueTable from) {
    for (String key : target.keys()) {
      ValueTable.Entry entry = target.existing(key);
      if (entry.value().isNull()) {
        from.put(key, entry);
      }
    }
  }

  private static void removeNulls(ValueTable table) {
    for (String key : table.keys()) {
      Value value = table.existing(key).value();
      if (value.isNull()) {
        table.remove(key);
      } else if (value instanceof ValueTable nested) {
        removeNulls(nested);
      }
    }
  }

  private void warn(String reason, Value value) {
    warnings.accept(Problem.warning("merging values", reason).withPlace(value.position()));
  }

  private static String join(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}
