import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.Engine;
import io.agentsrender.render.application.ApplicationCatalog;
import io.agentsrender.render.application.ApplicationRender;
import io.agentsrender.render.application.ApplicationRenderer;
import io.agentsrender.render.application.ApplicationWorld;
import io.agentsrender.render.repository.OwnRepository;
import io.agentsrender.source.port.Remotes;
import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * Whole repositories: ApplicationSets expanded and every Application rendered, against {@code helm
 * template} for each Application with the same chart and value files. The program named by {@code
 * HELM} renders a sample in each round; what it takes for one is compared with what we take for
 * one. Every round of ours reads the repository anew.
 */
final class FleetBenchmark {
  private static final String URL = "https://git.example/platform/gitops.git";
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root"), "argocd-cmp/example");
  private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "production");
  private static final int CHARTS = 10;
  private static final int COMPONENTS = Integer.getInteger("benchmark.components", 500);
  private static final int SAMPLE = 12;
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);
  private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 3);
  private static final double EXPECTED = 50;
  private static final double GROWTH = 1.5;

  private final Engine engine = new Engine();
  private final String helm = System.getenv().getOrDefault("HELM", "");

  public static void main(String[] arguments) throws Exception {
    System.exit(new FleetBenchmark().run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    Path scratch = Files.createTempDirectory("fleet");
    try {
      List<Path> sizes = new ArrayList<>();
      for (int components : List.of(COMPONENTS / 4, COMPONENTS / 2, COMPONENTS)) {
        sizes.add(generate(scratch.resolve("of-" + components), components));
      }
      double[][] ours = new double[sizes.size() + 1][ROUNDS];
      double[] theirs = new double[ROUNDS];
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (int i = 0; i <= sizes.size(); i++) {
          if (i < sizes.size()) {
            values(sizes.get(i), COMPONENTS >> (2 - i), round);
          }
          double each =
              i == sizes.size() ? render(EXAMPLE, "environments") : render(sizes.get(i), "apps.yaml");
          if (round >= 0) {
            ours[i][round] = each;
          }
        }
        if (!helm.isEmpty() && round >= 0) {
          theirs[round] = helmLoop(sizes.getLast(), round);
        }
      }
      return report(ours, theirs) & cold(sizes.getLast(), theirs);
    } finally {
      delete(scratch);
    }
  }

  private boolean report(double[][] ours, double[] theirs) {
    IntToDoubleFunction each = i -> median(ours[i]);
    System.out.printf(Locale.ROOT, "for one Application, medians of %d rounds%n", ROUNDS);
    for (int i = 0; i < 3; i++) {
      System.out.printf(
          Locale.ROOT,
          "  %d components, 3 environments: %.2f ms%n",
          COMPONENTS >> (2 - i),
          each.applyAsDouble(i));
    }
    System.out.printf(
        Locale.ROOT, "  the example, all environments, both forms: %.2f ms%n", each.applyAsDouble(3));
    double growth = each.applyAsDouble(2) / each.applyAsDouble(0);
    boolean linear = growth <= GROWTH;
    System.out.printf(
        Locale.ROOT,
        "growth, four times the components: %.2f for each%s, at most %.1f%n",
        growth,
        linear ? "" : "  MISSED",
        GROWTH);
    if (helm.isEmpty()) {
      System.out.println("HELM names no program: nothing to compare with");
      return linear;
    }
    double ratio = median(theirs) / each.applyAsDouble(2);
    System.out.printf(
        Locale.ROOT,
        "helm template, a sample of %d: %.1f ms for each; %.0f : 1%s, at least %.0f%n",
        SAMPLE,
        median(theirs),
        ratio,
        ratio >= EXPECTED ? "" : "  MISSED",
        EXPECTED);
    return linear & ratio >= EXPECTED;
  }

  /** The command itself, with the start of its process. */
  private boolean cold(Path repository, double[] theirs) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            "io.agentsrender.cli.Main",
            "apps",
            "apps.yaml",
            "--render");
    double[] times = new double[3];
    for (int i = 0; i < times.length; i++) {
      long begun = System.nanoTime();
      run(command, repository);
      times[i] = (System.nanoTime() - begun) / 1e6;
    }
    int applications = COMPONENTS * ENVIRONMENTS.size();
    System.out.printf(
        Locale.ROOT,
        "the command from its start, all %d: %.0f ms, %.2f ms for each%s%n",
        applications,
        median(times),
        median(times) / applications,
        helm.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "; %.0f : 1", median(theirs) * applications / median(times)));
    return true;
  }

  /** Milliseconds for each Application. */
  private double render(Path folder, String path) {
    long begun = System.nanoTime();
    SourceTree tree = SourceTree.ofFolder(folder);
    ApplicationWorld world =
        new ApplicationWorld(
            new OwnRepository(tree, URL, Set.of()),
            RepositorySettingsReader.of(tree, new ArrayList<>()),
            Map.of(),
            Remotes::refusing,
            false,
            Cluster.UNKNOWN);
    ApplicationCatalog catalog = ApplicationCatalog.of(world, path, List.of());
    ApplicationRenderer renderer = new ApplicationRenderer(engine, world);
    List<ApplicationRender> renders =
        catalog.applications().parallelStream()
            .map(listed -> renderer.render(listed.application()))
            .toList();
    double milliseconds = (System.nanoTime() - begun) / 1e6;
    renders.stream()
        .filter(ApplicationRender::isFailed)
        .findFirst()
        .ifPresent(failed -> {
          throw new IllegalStateException(failed.allProblems().toString());
        });
    return milliseconds / renders.size();
  }

  private double helmLoop(Path repository, int round) throws Exception {
    long begun = System.nanoTime();
    for (int i = 0; i < SAMPLE; i++) {
      int component = (round * SAMPLE + i) * 7 % COMPONENTS;
      String environment = ENVIRONMENTS.get(i % ENVIRONMENTS.size());
      String name = "component-" + component;
      run(
          List.of(
              helm,
              "template",
              name,
              "sources/charts/chart-" + component % CHARTS,
              "--namespace",
              "fleet-" + environment,
              "--include-crds",
              "--values",
              "sources/values/_shared/apps/" + name + ".yaml",
              "--values",
              "sources/values/" + environment + "/apps/" + name + ".yaml"),
          repository);
    }
    return (System.nanoTime() - begun) / 1e6 / SAMPLE;
  }

  private static void run(List<String> command, Path folder) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  /** Charts of the example's size, components that share them, and values of their own for each. */
  private static Path generate(Path root, int components) throws IOException {
    Path chart = EXAMPLE.resolve("sources/charts/agents").toRealPath();
    for (int i = 0; i < CHARTS; i++) {
      copy(chart, root.resolve("sources/charts/chart-" + i));
    }
    write(root.resolve("agents-render.yaml"), "repositories: {\"" + URL + "\": .}\n");
    for (int i = 0; i < components; i++) {
      String name = "component-" + i;
      write(
          root.resolve("environments/_shared/components/apps/" + name + "/component.yaml"),
          """
          name: %s
          project: fleet
          domain: apps
          rolloutPhase: "6%02d"
          chart: {repoURL: "%s", path: sources/charts/chart-%d, version: main}
          """
              .formatted(name, i % 100, URL, i % CHARTS));
      for (String environment : ENVIRONMENTS) {
        write(
            root.resolve("sources/values/" + environment + "/apps/" + name + ".yaml"),
            "env: {vars: {ENVIRONMENT: \"" + environment + "\"}}\n");
      }
    }
    values(root, components, 0);
    write(root.resolve("apps.yaml"), APPLICATION_SET.formatted(URL, URL, URL));
    return root;
  }

  /** Values that no other component and no other round has: nothing that was rendered is known. */
  private static void values(Path root, int components, int round) throws IOException {
    for (int i = 0; i < components; i++) {
      String name = "component-" + i;
      write(
          root.resolve("sources/values/_shared/apps/" + name + ".yaml"),
          "controllers: {enabled: true}\nenv: {vars: {COMPONENT: \"%s\", ROUND: \"%d\"}}\n"
              .formatted(name, round));
    }
  }

  private static final String APPLICATION_SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: apps}
      spec:
        goTemplate: true
        goTemplateOptions: ["missingkey=error"]
        generators:
          - matrix:
              generators:
                - list: {elements: [{env: dev}, {env: staging}, {env: production}]}
                - git:
                    repoURL: %s
                    revision: main
                    files: [{path: "environments/_shared/components/apps/**/component.yaml"}]
        template:
          metadata:
            name: "{{ .env }}-{{ .name }}"
            labels: {rollout-phase: "{{ .rolloutPhase }}"}
          spec:
            project: "{{ .project }}"
            destination: {name: in-cluster, namespace: "fleet-{{ .env }}"}
            sources:
              - repoURL: %s
                targetRevision: main
                path: "{{ .chart.path }}"
                helm:
                  releaseName: "{{ .name }}"
                  ignoreMissingValueFiles: true
                  valueFiles:
                    - "$values/sources/values/_shared/{{ .domain }}/{{ .name }}.yaml"
                    - "$values/sources/values/{{ .env }}/{{ .domain }}/{{ .name }}.yaml"
              - {repoURL: %s, targetRevision: main, ref: values}
      """;

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
