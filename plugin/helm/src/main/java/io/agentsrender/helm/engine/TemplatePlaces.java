package io.agentsrender.helm.engine;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.engine.TemplatePlan.Planned;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads from template names, by which the engine knows places, to files of the repository. */
final class TemplatePlaces {
  private static final int MAX_EXCERPT = 200;

  private final Map<String, Planned> byName = new HashMap<>();

  TemplatePlaces(List<Planned> templates) {
    templates.forEach(template -> byName.put(GoString.decode(template.name()), template));
  }

  /** The place in the repository; a place in a tpl text stays as it is. */
  Position relocate(Position place) {
    Planned template = byName.get(place.file());
    return template == null
        ? place
        : new Position(template.file().source(), place.line(), place.column());
  }

  /** The problem with all its places in the repository, and the line at its own. */
  Problem relocate(Problem problem) {
    Problem relocated =
        problem.withTrail(
            problem.trail().stream()
                .map(frame -> new Problem.Frame(frame.what(), relocate(frame.at())))
                .toList());
    return problem
        .place()
        .map(place ->
            relocated
                .withPlace(relocate(place))
                .withExcerpt(excerpt(place).or(problem::excerpt).orElse(null)))
        .orElse(relocated);
  }

  private Optional<String> excerpt(Position place) {
    return Optional.ofNullable(byName.get(place.file()))
        .flatMap(template -> line(template.file().content(), place.line()));
  }

  private static Optional<String> line(Content content, int line) {
    return content
        .text()
        .lines()
        .skip(Math.max(line - 1, 0))
        .findFirst()
        .map(String::strip)
        .map(text -> text.substring(0, Math.min(text.length(), MAX_EXCERPT)));
  }
}
