package io.agentsrender.helm.engine.object;

import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseChart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the top-level map that all templates of a chart share, for the chart and all below it
 * (engine.go, recAllTpls).
 */
public final class ChartScope {
  private static final String TEMPLATES = "/templates";

  private final HelmProfile profile;
  private final GoType valuesType;
  private final GoMap release;
  private final GoPointer capabilities;
  private final Function<ReleaseChart, GoMap> files;
  private final Map<String, Renderable> renderables = new LinkedHashMap<>();

  /**
   * A template file and what it is executed with.
   *
   * @param file where its text stands
   * @param scope the map of its chart
   * @param basePath the templates folder of its chart
   */
  public record Renderable(ChartFile file, GoMap scope, String basePath) {}

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

  /** The templates of a chart and all below it, by name; of equal names the last one stays. */
  public Map<String, Renderable> renderables(ReleaseChart root, GoMap values) {
    add(root, values.as(valuesType));
    return renderables;
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
    String path = GoString.encode(chart.fullPath());
    for (ChartFile file : chart.chart().templates()) {
      if (!chart.chart().metadata().isLibrary() || isPartial(file.name())) {
        String name = path + "/" + GoString.encode(file.name());
        renderables.put(name, new Renderable(file, scope, path + TEMPLATES));
      }
    }
    return scope;
  }

  /** A name with a dot finds nothing, since Helm takes it for a path. */
  private GoMap subchartValues(GoMap values, String name) {
    @Nullable Object table = name.indexOf('.') < 0 ? values.get(name) : null;
    return table instanceof GoMap map ? map.as(valuesType) : new GoMap(valuesType);
  }

  public static Renderable existing(Map<String, Renderable> renderables, String name) {
    return Objects.requireNonNull(renderables.get(name), name);
  }

  /** Whether a file is for others to include only. */
  public static boolean isPartial(String path) {
    return path.startsWith("_", path.lastIndexOf('/') + 1);
  }
}
