package io.agentsrender.gitops.layering;

import io.agentsrender.source.NearestName;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code {{ .domain }}} and the like in the paths of value files. */
final class Placeholders {
  private static final String TRIED = "filling in the path of a value file";
  private static final Pattern ACTION = Pattern.compile("\\{\\{-?(.*?)-?}}");
  private static final Pattern FIELD = Pattern.compile("\\s*\\.([A-Za-z][A-Za-z0-9]*)\\s*");

  private final List<String> known;
  private final Map<String, String> values;

  /**
   * @param known all placeholders there are
   * @param values those that have a value
   */
  Placeholders(List<String> known, Map<String, String> values) {
    this.known = List.copyOf(known);
    this.values = Map.copyOf(values);
  }

  /** The placeholders in {@code text} that have no value. */
  List<String> missing(String text, Optional<Position> at) {
    return ACTION
        .matcher(text)
        .results()
        .map(action -> field(action.group(1), text, at))
        .filter(name -> !values.containsKey(name))
        .distinct()
        .toList();
  }

  /** The text with every placeholder filled in; none may be missing. */
  String fill(String text, Optional<Position> at) {
    return ACTION
        .matcher(text)
        .replaceAll(action ->
            Matcher.quoteReplacement(values.getOrDefault(field(action.group(1), text, at), "")));
  }

  private String field(String action, String text, Optional<Position> at) {
    Matcher field = FIELD.matcher(action);
    if (!field.matches()) {
      throw failure(
          "\"" + text + "\" has \"{{" + action + "}}\", which is more than a placeholder",
          "Known placeholders: " + String.join(", ", known) + ".",
          at);
    }
    String name = field.group(1);
    if (!known.contains(name)) {
      throw failure(
          "\"" + text + "\" has the unknown placeholder \"" + name + "\"",
          NearestName.of(name, known)
              .map(nearest -> "Did you mean \"" + nearest + "\"?")
              .orElse("Known placeholders: " + String.join(", ", known) + "."),
          at);
    }
    return name;
  }

  private static RenderException failure(String reason, String advice, Optional<Position> at) {
    return new RenderException(
        Problem.error(TRIED, reason).withPlace(at.orElse(null)).withAdvice(advice));
  }
}
