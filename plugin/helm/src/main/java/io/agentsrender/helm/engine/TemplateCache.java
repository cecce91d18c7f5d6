package io.agentsrender.helm.engine;

import io.agentsrender.gotemplate.exec.TemplateFile;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.engine.function.YamlFragments;
import io.agentsrender.helm.engine.object.ChartScope.Scoped;
import io.agentsrender.helm.engine.object.FilesObject;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the engine makes of one chart and keeps between renders: parsed templates and the objects of
 * its files. Belongs to one loaded chart and one release of Helm; used by many threads.
 */
public final class TemplateCache {
  private static final int MAX_PLANS = 16;

  private final YamlFragments fragments;
  private final ConcurrentHashMap<Key, TemplateFile> templates = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, GoMap> files = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<List<Place>, TemplatePlan> plans = new ConcurrentHashMap<>();

  /**
   * A file under a name, which is part of what parsing makes of it; a file can have several, by
   * aliases of its chart.
   */
  private record Key(String name, String source) {}

  /**
   * Keeps nothing yet.
   *
   * @param fragments shared with other charts
   */
  public TemplateCache(YamlFragments fragments) {
    this.fragments = fragments;
  }

  YamlFragments fragments() {
    return fragments;
  }

  /** A chart at its place in the tree of charts. */
  private record Place(String path, String source) {}

  /** The plan for these charts; values decide which ones take part. */
  TemplatePlan plan(List<Scoped> charts) {
    List<Place> places =
        charts.stream().map(it -> new Place(it.path(), it.chart().source())).toList();
    TemplatePlan known = plans.get(places);
    if (known == null) {
      known = TemplatePlan.of(charts);
      if (plans.size() < MAX_PLANS) {
        plans.put(places, known);
      }
    }
    return known;
  }

  TemplateFile template(String name, String source, Supplier<TemplateFile> parse) {
    return templates.computeIfAbsent(new Key(name, source), _ -> parse.get());
  }

  GoMap files(Chart chart) {
    return files.computeIfAbsent(chart.source(), _ -> FilesObject.of(chart.files()));
  }
}
