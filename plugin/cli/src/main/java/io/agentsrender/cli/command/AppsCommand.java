package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.flag.ClusterOptions;
import io.agentsrender.cli.flag.FetchFlags;
import io.agentsrender.cli.flag.ProblemOptions;
import io.agentsrender.cli.flag.RepositoryOptions;
import io.agentsrender.cli.local.Repository;
import io.agentsrender.cli.output.AppsOutput;
import io.agentsrender.cli.output.RenderedApplication;
import io.agentsrender.gitops.application.Rollout;
import io.agentsrender.gitops.applicationset.generator.Cluster;
import io.agentsrender.gitops.applicationset.generator.ClusterSecrets;
import io.agentsrender.gitops.helmfile.HelmfileTree;
import io.agentsrender.render.Engine;
import io.agentsrender.render.application.ApplicationCatalog;
import io.agentsrender.render.application.ApplicationCatalog.Listed;
import io.agentsrender.render.application.ApplicationRenderer;
import io.agentsrender.render.application.ApplicationWorld;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agents-render apps PATH}: the Applications of a repository, listed or rendered. */
@Command(
    name = "apps",
    description =
        "Lists the Applications below PATH, those that ApplicationSets make among them, or renders"
            + " them all.",
    footer = {
      "%nApplications of other repositories are listed and not rendered, unless --repository or"
          + " agents-render.yaml says where those are, or their host may be asked. What Argo CD"
          + " renders by itself is rendered without policies, what it asks this plugin for with"
          + " them.",
      "%nExit codes: 0 done; 1 something could not be expanded or rendered, or there is no such"
          + " Application; 2 wrong usage; 3 all that failed is refused or not supported.",
      "%nExamples:",
      "  agents-render apps environments/dev --order",
      "  agents-render apps environments/dev --render --layer 22",
      "  agents-render apps argocd/apps.yaml --repository https://git.example/gitops.git -o yaml",
      "  agents-render apps argocd --render -o name \\",
      "      --repository https://git.example/charts.git=../charts",
    })
public final class AppsCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "a file with Applications or ApplicationSets, or a folder of such files")
  private String path = ".";

  @Mixin private final RepositoryOptions repositoryOptions = new RepositoryOptions();

  @Option(names = "--render", description = "render them, and print what Argo CD would apply")
  private boolean render;

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      description =
          "only those of a layer: 22 for the releases of the Helmfile 22-*.yaml or the label layer,"
              + " 120 for a rollout phase, 1xx for a band of phases, wave31 for a wave")
  private @Nullable String layer;

  @Option(names = "--order", description = "in the order of their rollout: steps, phases, waves")
  private boolean order;

  @Option(
      names = "--repository",
      paramLabel = "URL[=FOLDER]",
      description =
          "where a repository is on this machine; without a folder it is the one at hand;"
              + " repeatable")
  private List<String> repositories = new ArrayList<>();

  @Option(
      names = "--clusters",
      paramLabel = "FILE",
      description = "the Secrets of the clusters that Argo CD knows, for generators")
  private @Nullable String clusters;

  @Mixin private final ClusterOptions clusterOptions = new ClusterOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table (default without --render), yaml (default with it), json or name")
  private @Nullable AppsOutput output;

  @Mixin private final ProblemOptions problems = new ProblemOptions();

  private AppsCommand(Console console) {
    this.console = console;
  }

  /** The command with the flags of what may be fetched. */
  public static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new AppsCommand(console));
    FetchFlags.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Repository repository = repositoryOptions.of(console, path);
    SourceTree tree = SourceTree.ofFolder(repository.root());
    ApplicationWorld world = world(repository, tree);
    ApplicationCatalog catalog = ApplicationCatalog.of(world, repository.path(), clusters());
    problems.print(console, catalog.problems());
    List<Problem> all = new ArrayList<>(catalog.problems());
    List<Listed> chosen = chosen(catalog.applications(), tree);
    if (chosen.isEmpty() && all.stream().noneMatch(Problem::isError)) {
      problems.print(console, List.of(nothing(catalog.applications())));
      return ExitCode.FAILED;
    }
    if (render) {
      all.addAll(print(chosen, new ApplicationRenderer(new Engine(), world)));
    } else {
      (output == null ? AppsOutput.table : output).list(chosen, console.out());
    }
    return ExitCode.of(all);
  }

  private List<Problem> print(List<Listed> chosen, ApplicationRenderer renderer) {
    List<RenderedApplication> renders =
        chosen.parallelStream()
            .map(listed -> new RenderedApplication(listed, renderer.render(listed.application())))
            .toList();
    List<Problem> found = new ArrayList<>();
    for (RenderedApplication one : renders) {
      problems.print(console, one.problems());
      found.addAll(one.problems());
    }
    (output == null ? AppsOutput.yaml : output).write(renders, console.out());
    return found;
  }

  private ApplicationWorld world(Repository repository, SourceTree tree) {
    List<Problem> warnings = new ArrayList<>();
    Map<String, SourceTree> given = new HashMap<>();
    for (String text : repositories) {
      int equals = text.lastIndexOf('=');
      String url = equals < 0 ? text : text.substring(0, equals);
      given.put(
          url,
          equals < 0
              ? tree
              : SourceTree.ofFolder(console.folder().resolve(text.substring(equals + 1))));
    }
    ApplicationWorld world =
        FetchFlags.world(
            Objects.requireNonNull(spec),
            console,
            repository,
            tree,
            given,
            clusterOptions.cluster(),
            warnings);
    problems.print(console, warnings);
    return world;
  }

  private List<Cluster> clusters() throws IOException {
    if (clusters == null) {
      return List.of();
    }
    Path file = console.folder().resolve(clusters);
    if (!Files.isRegularFile(file)) {
      throw new RenderException(
          Problem.error("reading clusters", "there is no file " + clusters)
              .withAdvice("Name a file with the Secrets of the clusters."));
    }
    Content content = Content.ofOwned(Files.readAllBytes(file));
    return ClusterSecrets.read(
        YamlReader.of(Dialect.HELM).withoutExcerpts().all(content, clusters));
  }

  private List<Listed> chosen(List<Listed> all, SourceTree tree) {
    List<Listed> chosen = new ArrayList<>(all);
    if (layer != null) {
      Layer wanted = new Layer(layer, HelmfileTree.of(tree).namesOf(layer));
      chosen.removeIf(listed -> !wanted.has(listed));
    }
    if (order) {
      chosen.sort(
          Comparator.comparing(Listed::rollout, Rollout.ORDER)
              .thenComparing(listed -> listed.application().name()));
    }
    return chosen;
  }

  private Problem nothing(List<Listed> all) {
    if (layer != null && !all.isEmpty()) {
      return Problem.error(
              "choosing the Applications of layer " + layer, "none of " + all.size() + " is in it")
          .withAdvice("See agents-render apps --order for phases and waves.");
    }
    return Problem.error("looking for Applications below " + path, "there are none")
        .withAdvice("Name a file or folder with Applications or ApplicationSets.");
  }
}
