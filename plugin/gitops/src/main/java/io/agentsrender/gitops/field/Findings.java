package io.agentsrender.gitops.field;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file, collected while it is read and reported together, in its order. */
public final class Findings {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(
          problem -> problem.place().orElseThrow(),
          Comparator.comparingInt(Position::line).thenComparingInt(Position::column));

  private final String tried;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /**
   * @param tried for the problems, as in {@code reading a component}
   */
  public Findings(String tried) {
    this.tried = tried;
  }

  public void error(Position at, String reason, String advice) {
    errors.add(Problem.error(tried, reason).withPlace(at).withAdvice(advice));
  }

  public void warning(Position at, String reason, String advice) {
    warnings.add(Problem.warning(tried, reason).withPlace(at).withAdvice(advice));
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /**
   * Ends the reading: the warnings go to {@code problems}.
   *
   * @throws RenderException with all errors, where there are any
   */
  public void report(List<Problem> problems) {
    if (hasErrors()) {
      throw new RenderException(errors.stream().sorted(BY_PLACE).toList());
    }
    warnings.stream().sorted(BY_PLACE).forEach(problems::add);
  }
}
