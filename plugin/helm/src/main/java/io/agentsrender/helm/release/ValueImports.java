package io.agentsrender.helm.release;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseDependency.ImportedValues;
import io.agentsrender.helm.values.GoValues;
import io.agentsrender.helm.values.ScalarValue;
import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes defaults of subcharts into the defaults of their parents, as {@code import-values} asks
 * (chartutil/dependencies.go, processImportValues). What the user sets plays no part.
 */
final class ValueImports {
  private static final String ROOT = ".";

  private final HelmProfile profile;
  private final Consumer<Problem> warnings;

  ValueImports(HelmProfile profile, Consumer<Problem> warnings) {
    this.profile = profile;
    this.warnings = warnings;
  }

  /** Imports in all charts, those below first. */
  void apply(ReleaseChart chart) {
    chart.charts().forEach(this::apply);
    List<ReleaseDependency> dependencies = chart.dependencies();
    if (dependencies == null) {
      return;
    }
    Coalescing merging = Coalescing.keepingNulls(profile.nullRule(), warnings);
    ValueTable defaults = merging.values(chart, new ValueTable());
    ValueTable imports = new ValueTable();
    for (ReleaseDependency dependency : dependencies) {
      List<ImportedValues> paths = paths(dependency);
      for (ImportedValues path : paths) {
        ValueTable child = find(defaults, dependency, path);
        if (child != null) {
          merging.addTable(imports, under(path.parent(), child), "");
        }
      }
      dependency.setImported(paths);
    }
    // A copy, since the imports share tables with the defaults that they are merged into.
    ValueTable merged = defaults.copy();
    merging.addTable(merged, imports, "");
    chart.setDefaults(merged.freeze());
  }

  /** Once imported, the paths are of a type that Helm passes over the next time. */
  private List<ImportedValues> paths(ReleaseDependency dependency) {
    if (dependency.imported() != null) {
      return List.of();
    }
    List<ImportedValues> paths = new ArrayList<>();
    for (Value value : dependency.declared().importValues()) {
      if (value instanceof ScalarValue(String name, _)) {
        paths.add(new ImportedValues("exports." + name, ROOT));
      } else if (value instanceof ValueTable table) {
        paths.add(new ImportedValues(text(table.get("child")), text(table.get("parent"))));
      }
    }
    return paths;
  }

  private static String text(@Nullable Value value) {
    return GoValues.print(value);
  }

  private @Nullable ValueTable find(
      ValueTable defaults, ReleaseDependency dependency, ImportedValues path) {
    ValueTable table = defaults.tableAt(GoString.encode(dependency.name()) + "." + path.child());
    if (table == null) {
      warnings.accept(
          Problem.warning(
              "importing values of subchart \"" + dependency.name() + "\"",
              "ImportValues missing table: \"" + GoString.decode(path.child()) + "\""));
    }
    return table;
  }

  private static ValueTable under(String path, ValueTable table) {
    if (path.equals(ROOT)) {
      return table;
    }
    ValueTable current = table;
    String[] keys = path.split("\\.", -1);
    for (int i = keys.length - 1; i >= 0; i--) {
      ValueTable outer = new ValueTable();
      outer.put(keys[i], current);
      current = outer;
    }
    return current;
  }
}
