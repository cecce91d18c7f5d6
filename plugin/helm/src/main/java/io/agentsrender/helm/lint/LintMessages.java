package io.agentsrender.helm.lint;

import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is said of one chart. */
public final class LintMessages {
  private final List<LintMessage> messages = new ArrayList<>();

  public void add(Severity severity, String path, String text, Position place) {
    messages.add(new LintMessage(severity, path, text, Optional.of(place)));
  }

  /** In the order in which it was said. */
  public List<LintMessage> all() {
    return List.copyOf(messages);
  }
}
