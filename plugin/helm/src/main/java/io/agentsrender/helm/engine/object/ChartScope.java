package io.agentsrender.helm.engine.object;

import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the top-level map that all templates of a chart share, for the chart and all below it
 * (engine.go, recAllTpls).
 */
public final class ChartScope {
  private final HelmProfile profile;
  private final GoType valuesType;
  private final GoMap release;
  private final GoPointer capabilities;
  private final Function<ReleaseChart, GoMap> files;
  private final List<Scoped> scopes = new ArrayList<>();

  /**
   * A chart and what its templates are executed with.
   *
   * @param path its place in the tree of charts
   * @param scope the map that they share
   */
  public record Scoped(Chart chart, String path, GoMap scope) {}

  public ChartScope(
      HelmProfile profile,
      ReleaseFacts facts,
      GoPointer capabilities,
      Function<ReleaseChart, GoMap> files) {
    this.profile = profile;
    this.valuesType = ValuesType.of(profile);
    this.release = release(facts);
    this.capabilities = capabilities;
    this.files = files;
  }

  private static GoMap release(ReleaseFacts facts) {
    GoMap release = new GoMap();
    release.put("Name", GoString.encode(facts.name()));
    release.put("Namespace", GoString.encode(facts.namespace()));
    release.put("IsUpgrade", facts.upgrade());
    release.put("IsInstall", facts.install());
    release.put("Revision", GoInt.of(facts.revision()));
    release.put("Service", "Helm");
    return release;
  }

  /** A chart and all below it. */
  public List<Scoped> scopes(ReleaseChart root, GoMap values) {
    add(root, values.as(valuesType));
    return scopes;
  }

  private GoMap add(ReleaseChart chart, GoMap values) {
    GoMap subcharts = new GoMap();
    GoMap scope = new GoMap();
    scope.put("Chart", ChartObject.of(chart, profile));
    scope.put("Files", files.apply(chart).thaw());
    scope.put("Release", release);
    scope.put("Capabilities", capabilities);
    scope.put("Values", values);
    scope.put("Subcharts", subcharts);
    for (ReleaseChart subchart : chart.charts()) {
      String name = GoString.encode(subchart.name());
      subcharts.put(name, add(subchart, subchartValues(values, name)));
    }
    scopes.add(new Scoped(chart.chart(), GoString.encode(chart.fullPath()), scope));
    return scope;
  }

  /** A name with a dot finds nothing, since Helm takes it for a path. */
  private GoMap subchartValues(GoMap values, String name) {
    @Nullable Object table = name.indexOf('.') < 0 ? values.get(name) : null;
    return table instanceof GoMap map ? map.as(valuesType) : new GoMap(valuesType);
  }

  /** Whether a file is for others to include only. */
  public static boolean isPartial(String path) {
    return path.startsWith("_", path.lastIndexOf('/') + 1);
  }
}
