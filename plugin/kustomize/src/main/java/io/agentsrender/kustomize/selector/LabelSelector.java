package io.agentsrender.kustomize.selector;

import io.agentsrender.kustomize.failure.BuildFailure;
import java.util.List;
import java.util.Map;

/** A selector in the syntax of Kubernetes, such as {@code app=web,tier in (a, b),!legacy}. */
public final class LabelSelector {
  private static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  private final List<Requirement> requirements;

  private LabelSelector(List<Requirement> requirements) {
    this.requirements = requirements;
  }

  /**
   * @param text the empty one selects everything
   * @throws BuildFailure where it is no selector
   */
  public static LabelSelector parse(String text) {
    return text.isEmpty() ? EVERYTHING : new LabelSelector(new LabelSelectorParser(text).parse());
  }

  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.matches(labels));
  }
}
