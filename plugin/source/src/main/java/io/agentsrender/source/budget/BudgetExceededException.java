package io.agentsrender.source.budget;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/**
 * A limit of the {@link Budget} was hit; whoever knows the place adds it and turns this into a
 * {@link Problem}.
 */
public final class BudgetExceededException extends RenderException {
  private static final long serialVersionUID = 1L;

  private final Limit limit;

  /** Which limit was hit. */
  public enum Limit {
    STEPS("Look for an endless loop; a larger limit is set by AGENTS_RENDER_MAX_STEPS."),
    OUTPUT("Look for a loop that prints; a larger limit is set by AGENTS_RENDER_MAX_OUTPUT_BYTES."),
    DEPTH("Look for a template that includes itself."),
    TIME("Look for an endless loop; a larger limit is set by AGENTS_RENDER_MAX_SECONDS."),
    CANCELLED("Ask again if the answer is still wanted.");

    private final String advice;

    Limit(String advice) {
      this.advice = advice;
    }
  }

  public BudgetExceededException(Limit limit, String reason) {
    this(limit, Problem.error("rendering", reason).withAdvice(limit.advice));
  }

  private BudgetExceededException(Limit limit, Problem problem) {
    super(problem.withKind(Problem.Kind.LIMIT));
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }

  /** The same failure with a better problem: one that knows what was rendered and where. */
  public BudgetExceededException describedBy(Problem problem) {
    return new BudgetExceededException(limit, problem);
  }
}
