package io.agentsrender.helm.engine;

import io.agentsrender.gotemplate.exec.TemplateSet;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.engine.object.ChartScope;
import io.agentsrender.helm.engine.object.ChartScope.Scoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The template files of those charts that take part in a release, in the order in which they are
 * parsed and executed. Immutable, and the same for every release in which the same charts stand in
 * the same places.
 */
final class TemplatePlan {
  private static final String TEMPLATES = "/templates";

  private final List<Planned> templates;
  private final TemplatePlaces places;

  /** Made by whoever asks first; a race makes equal ones. */
  private volatile @Nullable TemplateSet set;

  /**
   * A template file.
   *
   * @param name its place in the tree of charts
   * @param file where its text stands
   * @param basePath the templates folder of its chart
   * @param scope the number of its chart among those that take part
   */
  record Planned(String name, ChartFile file, String basePath, int scope) {
    /** Whether it is for others to include only. */
    boolean isPartial() {
      return ChartScope.isPartial(name);
    }
  }

  private TemplatePlan(List<Planned> templates) {
    this.templates = templates;
    this.places = new TemplatePlaces(templates);
  }

  /** The templates of all these charts; of equal names the last one stays. */
  static TemplatePlan of(List<Scoped> charts) {
    Map<String, Planned> byName = new LinkedHashMap<>();
    for (int i = 0; i < charts.size(); i++) {
      Scoped scoped = charts.get(i);
      for (ChartFile file : scoped.chart().templates()) {
        if (!scoped.chart().metadata().isLibrary() || ChartScope.isPartial(file.name())) {
          String name = scoped.path() + "/" + GoString.encode(file.name());
          byName.put(name, new Planned(name, file, scoped.path() + TEMPLATES, i));
        }
      }
    }
    List<Planned> templates = new ArrayList<>(byName.values());
    templates.sort(Comparator.comparing(Planned::name, TemplateOrder.INSTANCE));
    return new TemplatePlan(List.copyOf(templates));
  }

  List<Planned> templates() {
    return templates;
  }

  TemplatePlaces places() {
    return places;
  }

  /** The parsed templates, parsed when they are first asked for. */
  TemplateSet set(Function<List<Planned>, TemplateSet> parse) {
    TemplateSet known = set;
    if (known == null) {
      known = parse.apply(templates);
      set = known;
    }
    return known;
  }
}
