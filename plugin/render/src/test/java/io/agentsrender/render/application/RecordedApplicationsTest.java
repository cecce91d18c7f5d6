package io.agentsrender.render.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.Engine;
import io.agentsrender.render.repository.OwnRepository;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.ChartSource;
import io.agentsrender.source.port.RemoteSource;
import io.agentsrender.source.port.Remotes;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What Argo CD's own repo-server makes of Applications (test-clusters/oracles/applications/record
 * wrote the answers): the same objects in the same order, the same words about objects that come
 * twice, and a refusal of what it refuses; in its own words wherever it says them by itself.
 */
class RecordedApplicationsTest {
  private static final int CASES = 134;
  private static final Path SUITE =
      Path.of(System.getProperty("project.root", "../.."))
          .resolve("test-clusters/goldens/applications");
  private static final String ADDRESS = "https://git.example/";
  private static final String OWN = ADDRESS + "gitops.git";
  private static final Engine ENGINE = new Engine();

  /** Of these failures helm or kustomize speaks, through Argo CD. */
  private static final Set<String> IN_OTHER_WORDS =
      Set.of(
          "helm-file-parameter-missing",
          "helm-kube-version-wrong",
          "helm-no-chart",
          "helm-value-file-broken",
          "helm-value-file-missing",
          "helm-values-broken",
          "kustomize-of-no-kustomization",
          "ref-alone",
          "ref-file-missing",
          "ref-not-at-the-start");

  /** Dependencies are built by a library that this one does not know; the command is tested. */
  private static final Set<String> NEEDS_FETCHING = Set.of("helm-dependency-built");

  private static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(SUITE.resolve("cases"))) {
      return folders.sorted().toList();
    }
  }

  @Test
  void knowsEveryCase() throws IOException {
    assertThat(cases()).hasSize(CASES);
  }

  @TestFactory
  Stream<DynamicTest> rendersAsArgoDoes() throws IOException {
    return cases().stream()
        .filter(folder -> !NEEDS_FETCHING.contains(String.valueOf(folder.getFileName())))
        .map(folder ->
            DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
  }

  /** What the guide (argocd-cmp/docs/refs.md) says of values in repositories of their own. */
  @Test
  void argoCdAsksNoPluginAgainWhereOnlyAnotherRepositoryMoved() {
    Map<String, String> recorded =
        Map.of(
            "nothing moved, helm", "answers from the cache",
            "nothing moved, plugin", "answers from the cache",
            "the values repository moved, helm", "renders again",
            "the values repository moved, plugin", "answers from the cache",
            "the values repository moved, plugin, hard refresh", "asks the plugin",
            "the application's repository moved, plugin", "asks the plugin");
    assertThat(JsonShape.of(read(SUITE.resolve("refresh.yaml")))).isEqualTo(recorded);
  }

  private static void check(Path folder) {
    ApplicationRender render = render(folder);
    Path refusal = folder.resolve("expected_error.txt");
    List<Problem> errors = render.allProblems().stream().filter(Problem::isError).toList();
    if (Files.exists(refusal)) {
      assertThat(errors).as(text(refusal)).isNotEmpty();
      assertThat(render.objects()).isEmpty();
      assertThat(errors.getFirst().place()).isPresent();
      if (!IN_OTHER_WORDS.contains(String.valueOf(folder.getFileName()))) {
        assertThat(
                text(refusal)
                    .replace(" which resolves to \"COMMIT\"", "")
                    .replace("REPOSITORY", ""))
            .contains(errors.getFirst().reason());
      }
      return;
    }
    assertThat(errors).isEmpty();
    assertThat(shapes(render.objects()))
        .isEqualTo(JsonShape.of(read(folder.resolve("expected.yaml"))));
    Path warnings = folder.resolve("expected_warnings.txt");
    assertThat(
            render.problems().stream()
                .map(Problem::reason)
                .filter(reason -> reason.startsWith("Resource "))
                .sorted())
        .isEqualTo(Files.exists(warnings) ? text(warnings).lines().toList() : List.of());
  }

  private static List<Object> shapes(List<KubernetesObject> objects) {
    List<Object> shapes = new ArrayList<>();
    objects.forEach(
        object -> shapes.add(java.util.Objects.requireNonNull(JsonShape.of(object.node()))));
    return shapes;
  }

  private static ApplicationRender render(Path folder) {
    ArgoApplication application =
        new ArgoApplication((MapNode) read(folder.resolve("application.yaml")));
    ApplicationWorld world =
        new ApplicationWorld(
            new OwnRepository(tree("gitops"), OWN, Set.of("main")),
            RepositorySettings.DEFAULT,
            Map.of(),
            () -> new Remotes(ChartSource.refusing(), new Repositories()),
            true,
            new Cluster(Optional.of("1.34.0"), List.of("v1", "apps/v1", "apps/v1/Deployment")));
    return new ApplicationRenderer(ENGINE, world).render(application);
  }

  /** The folders of the suite, as the recorder makes repositories of them. */
  private static final class Repositories implements RemoteSource {
    @Override
    public Content file(String url) {
      return RemoteSource.refusing().file(url);
    }

    @Override
    public SourceTree repository(String url, String revision) {
      String name = url.substring(ADDRESS.length()).replaceAll("\\.git$", "");
      String folder = Set.of("", "HEAD", "main").contains(revision) ? name : name + "@" + revision;
      if (!Files.isDirectory(SUITE.resolve("repositories").resolve(folder))) {
        throw new RenderException(
            Problem.error("fetching " + url, "unable to resolve '" + revision + "' to a commit"));
      }
      return tree(folder);
    }
  }

  private static SourceTree tree(String name) {
    return SourceTree.ofFolder(SUITE.resolve("repositories").resolve(name));
  }

  private static Node read(Path file) {
    return YamlReader.of(Dialect.HELM)
        .first(Content.ofText(text(file)), String.valueOf(file.getFileName()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
