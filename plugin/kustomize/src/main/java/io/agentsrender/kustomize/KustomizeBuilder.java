package io.agentsrender.kustomize;

import io.agentsrender.kustomize.accumulate.Build;
import io.agentsrender.kustomize.accumulate.BuildContext;
import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;

/** Builds kustomizations as {@code kustomize build --enable-helm} does, byte for byte. */
public final class KustomizeBuilder {
  private KustomizeBuilder() {}

  /**
   * Builds one kustomization.
   *
   * @param folder its path in the tree
   */
  public static KustomizeResult build(SourceTree tree, String folder, KustomizeOptions options) {
    String tried = "building the kustomization " + TreePath.describe(folder);
    BuildContext context =
        new BuildContext(
            options.profile(),
            options.charts(),
            options.capabilities(),
            options.cache(),
            options.budget().meter());
    try {
      Loader loader = Loader.of(tree, folder, options.restriction(), options.remotes());
      Build build =
          new Build(
              context,
              options.reorder() == KustomizeOptions.Reorder.LEGACY,
              options.managedByLabel());
      List<Resource> resources = build.run(loader, options.overrides());
      Output output = Output.of(resources, options.cache(), context.meter());
      return new KustomizeResult(output.resources(), output.yaml(), context.warnings());
    } catch (BuildFailure failure) {
      return failed(context, List.of(failure.problem(tried)));
    } catch (RenderException failure) {
      return failed(context, failure.problems());
    } catch (StackOverflowError error) {
      return failed(
          context,
          List.of(Problem.notSupported(tried, "what it is made of nests too deeply to be built")));
    }
  }

  private static KustomizeResult failed(BuildContext context, List<Problem> errors) {
    List<Problem> problems = new ArrayList<>(errors);
    problems.addAll(context.warnings());
    return KustomizeResult.failed(problems);
  }
}
