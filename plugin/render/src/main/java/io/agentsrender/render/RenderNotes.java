package io.agentsrender.render;

import io.agentsrender.render.values.ValueFileUse;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is learned while a render runs, beside its objects. */
final class RenderNotes {
  private final List<Problem> problems = new ArrayList<>();
  private final List<ValueFileUse> valueFiles = new ArrayList<>();

  /** Grows as the render goes on. */
  List<Problem> problems() {
    return problems;
  }

  /** Grows as the render goes on. */
  List<ValueFileUse> valueFiles() {
    return valueFiles;
  }
}
