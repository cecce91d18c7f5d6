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
import java.util.Map;
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
    String agents = "argocd/applications/agents";
    benchmark.enter(contest, "the example, with a chart", 1.0 / 50, EXAMPLE, agents, Change.NOTHING);
    benchmark.enter(contest, "one value changed each time", 1.0 / 50, EXAMPLE, agents, Change.VALUE);
    benchmark.enter(contest, "release renamed each time", 0, EXAMPLE, agents, Change.RELEASE);
    benchmark.enter(contest, "500 objects without charts", 1.0 / 20, large, "overlay", Change.NOTHING);
    contest.hold();
  }

  /** What is different in each tree of ours, so that nothing that depends on it can be known. */
  private enum Change {
    /** The same tree again, as a refresh of Argo CD without a new commit has it. */
    NOTHING("", "", ""),
    /** A new tree whose bytes are all new to the program: some objects change. */
    VALUE("/values.yaml", "LOG_LEVEL: warn", "LOG_LEVEL: warn"),
    /** As above: every object of the chart changes, by its labels and by its name. */
    RELEASE("/kustomization.yaml", "releaseName: agents", "releaseName: agents");

    private final String file;
    private final String text;
    private final String changed;

    Change(String file, String text, String changed) {
      this.file = file;
      this.text = text;
      this.changed = changed;
    }

    SourceTree tree(Path root, String folder, int number) throws IOException {
      SourceTree tree = KustomizeBenchmark.tree(root, Map.of());
      if (this == NOTHING) {
        return tree;
      }
      String before = tree.file(folder + file).orElseThrow().text();
      String after = before.replace(text, changed + "-" + number);
      if (after.equals(before)) {
        throw new IllegalStateException(file + " has no " + text);
      }
      return KustomizeBenchmark.tree(root, Map.of(folder + file, after));
    }
  }

  private int number;
  private SourceTree next = SourceTree.of(Map.of());

  private void enter(
      Contest contest, String name, double expected, Path root, String folder, Change change)
      throws Exception {
    SourceTree tree = tree(root, Map.of());
    String theirs = command(root.resolve(folder));
    for (int i = 0; i < WARM_UP; i++) {
      if (!build(tree, folder).equals(theirs)) {
        throw new IllegalStateException(name + ": the command prints something else");
      }
      if (change != Change.NOTHING) {
        build(change.tree(root, folder, number++), folder);
      }
    }
    int objects = theirs.split("\n---\n").length;
    System.out.printf("%s: %d objects, %.0f kB%n", name, objects, theirs.length() / 1e3);
    contest.compare(
        name + " : kustomize build --enable-helm",
        expected,
        () -> next = change == Change.NOTHING ? tree : change.tree(root, folder, number++),
        () -> build(next, folder),
        () -> command(root.resolve(folder)));
  }

  private String build(SourceTree tree, String folder) {
    KustomizeResult result = KustomizeBuilder.build(tree, folder, options);
    if (!result.isBuilt()) {
      throw new IllegalStateException(result.problems().toString());
    }
    return result.yaml();
  }

  private static SourceTree tree(Path root, Map<String, String> changed) throws IOException {
    SourceTree.Builder tree = SourceTree.builder();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        String name = root.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          tree.link(name, Files.readSymbolicLink(path).toString());
        } else if (Files.isRegularFile(path)) {
          String text = changed.get(name);
          tree.file(
              name,
              text == null ? Content.ofOwned(Files.readAllBytes(path)) : Content.ofText(text));
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
