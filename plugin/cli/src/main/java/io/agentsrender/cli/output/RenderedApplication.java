package io.agentsrender.cli.output;

import io.agentsrender.render.application.ApplicationCatalog.Listed;
import io.agentsrender.render.application.ApplicationRender;
import io.agentsrender.render.application.SourceOutcome;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * An Application that was rendered.
 *
 * @param listed itself, and when it is rolled out
 */
public record RenderedApplication(Listed listed, ApplicationRender render) {
  String name() {
    return listed.application().name();
  }

  /** What is wrong with it, and what of it was left out. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>();
    for (SourceOutcome outcome : render.sources()) {
      if (outcome instanceof SourceOutcome.Left left && !left.advice().isEmpty()) {
        all.add(
            Problem.warning(
                    "Application " + name() + ": rendering " + left.source().describe(),
                    left.reason())
                .withPlace(left.source().at())
                .withAdvice(left.advice()));
      }
    }
    all.addAll(render.allProblems());
    return all;
  }
}
