package io.agentsrender.render.chart;

import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.render.values.ValueFileUse;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is learned while a render runs, beside its objects. */
public final class RenderNotes {
  private final List<Problem> problems = new ArrayList<>();
  private final List<ValueFileUse> valueFiles = new ArrayList<>();
  private final Map<String, RenderedTemplate> templates = new HashMap<>();

  /** Grows as the render goes on. */
  public List<Problem> problems() {
    return problems;
  }

  /** What templates rendered, by their names; grows as the render goes on. */
  public Map<String, RenderedTemplate> templates() {
    return templates;
  }

  /** Grows as the render goes on. */
  public List<ValueFileUse> valueFiles() {
    return valueFiles;
  }
}
