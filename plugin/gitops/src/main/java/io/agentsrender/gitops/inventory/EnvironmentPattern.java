package io.agentsrender.gitops.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths that are alike but for the environment in them become one. */
final class EnvironmentPattern {
  static final String PLACEHOLDER = "<env>";

  /** How Helmfiles and components write the environment into a path. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{-?\\s*(\\.Environment\\.Name|\\.env|\\.valuesEnvironment)\\s*-?}}");

  private final Set<String> environments;

  EnvironmentPattern(Set<String> environments) {
    this.environments = environments;
  }

  /** The path with {@code <env>} where it names an environment as one of its folders. */
  String of(String path) {
    String filled = TEMPLATE.matcher(path).replaceAll(PLACEHOLDER);
    StringBuilder out = new StringBuilder();
    for (String segment : filled.split("/", -1)) {
      out.append(out.isEmpty() ? "" : "/")
          .append(environments.contains(segment) ? PLACEHOLDER : segment);
    }
    return out.toString();
  }

  /** The same of many, each once. */
  List<String> of(List<String> paths) {
    Set<String> all = new LinkedHashSet<>();
    paths.forEach(path -> all.add(of(path)));
    return List.copyOf(all);
  }
}
