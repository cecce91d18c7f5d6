package io.agentsrender.gitops.applicationset.generator.parameter;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a generator. */
public final class Failures {
  private static final String TRIED = "generating the parameters of an ApplicationSet";

  private Failures() {}

  public static RenderException at(Node node, String reason) {
    return at(node, reason, null);
  }

  public static RenderException at(Node node, String reason, @Nullable String advice) {
    return new RenderException(problem(node, reason, advice));
  }

  public static RenderException notSupported(Node node, String what, String advice) {
    return new RenderException(
        problem(node, "not supported: " + what, advice).withKind(Problem.Kind.NOT_SUPPORTED));
  }

  private static Problem problem(Node node, String reason, @Nullable String advice) {
    return Problem.error(TRIED, reason).withPlace(node.position()).withAdvice(advice);
  }
}
