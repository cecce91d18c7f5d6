import io.agentsrender.helm.ChartCache;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.kustomize.KustomizeBuilder;
import io.agentsrender.kustomize.KustomizeOptions;
import io.agentsrender.kustomize.KustomizeResult;
import io.agentsrender.kustomize.chart.ChartCapabilities;
import io.agentsrender.kustomize.load.LoadRestriction;
import io.agentsrender.kustomize.resource.RecentDocuments;
import io.agentsrender.render.kustomization.KustomizeCharts;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.port.ChartSource;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Warm builds, of trees in memory and with the caches of an engine as in the sidecar, against the
 * command: the example's kustomization with its chart, for which the command runs helm, and a large
 * one without charts that is generated here. {@code KUSTOMIZE} and {@code HELM} name the programs.
 * Both must print the same.
 */
final class KustomizeBenchmark {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root"), "argocd-cmp/example");

  /** A sidecar has built many times before; the compiler needs about as many to be done. */
  private static final int WARM_UP = Integer.getInteger("benchmark.builds", 300);

  private final String kustomize;
  private final String helm;
  private final KustomizeOptions options;

  private KustomizeBenchmark(String kustomize, String helm) {
    this.kustomize = kustomize;
    this.helm = helm;
    this.options =
        KustomizeOptions.builder()
            .cache(new RecentDocuments(64L << 20))
            .restriction(LoadRestriction.NONE)
            .charts(
                new KustomizeCharts(
                    new HelmTemplate(new ChartCache(64L << 20)),
                    HelmProfile.of("3.19"),
                    ChartSource.refusing(),
                    Budget.DEFAULT),
                new ChartCapabilities("", List.of()))
            .build();
  }

  public static void main(String[] arguments) throws Exception {
    String kustomize = System.getenv("KUSTOMIZE");
    String helm = System.getenv("HELM");
    if (kustomize == null || helm == null) {
      System.out.println("skipped: KUSTOMIZE and HELM do not name the real programs");
      return;
    }
    KustomizeBenchmark benchmark = new KustomizeBenchmark(kustomize, helm);
    Path large = Files.createTempDirectory("kustomization");
    LargeKustomization.write(large, 100);
    Contest contest = new Contest();
    benchmark.enter(contest, "the example, with a chart", 1.0 / 50, EXAMPLE, "argocd/applications/agents");
    benchmark.enter(contest, "500 objects without charts", 1.0 / 20, large, "overlay");
    contest.hold();
  }

  private void enter(Contest contest, String name, double expected, Path root, String folder)
      throws Exception {
    SourceTree tree = tree(root);
    String theirs = command(root.resolve(folder));
    for (int i = 0; i < WARM_UP; i++) {
      if (!build(tree, folder).equals(theirs)) {
        throw new IllegalStateException(name + ": the command prints something else");
      }
    }
    int objects = theirs.split("\n---\n").length;
    System.out.printf("%s: %d objects, %.0f kB%n", name, objects, theirs.length() / 1e3);
    contest.compare(
        name + " : kustomize build --enable-helm",
        expected,
        () -> build(tree, folder),
        () -> command(root.resolve(folder)));
  }

  private String build(SourceTree tree, String folder) {
    KustomizeResult result = KustomizeBuilder.build(tree, folder, options);
    if (!result.isBuilt()) {
      throw new IllegalStateException(result.problems().toString());
    }
    return result.yaml();
  }

  private static SourceTree tree(Path root) throws IOException {
    SourceTree.Builder tree = SourceTree.builder();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        String name = root.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          tree.link(name, Files.readSymbolicLink(path).toString());
        } else if (Files.isRegularFile(path)) {
          tree.file(name, Content.ofOwned(Files.readAllBytes(path)));
        }
      }
    }
    return tree.build();
  }

  private String command(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                kustomize,
                "build",
                "--enable-helm",
                "--helm-command",
                helm,
                "--load-restrictor=LoadRestrictionsNone",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("kustomize failed in " + folder);
    }
    return output;
  }
}
