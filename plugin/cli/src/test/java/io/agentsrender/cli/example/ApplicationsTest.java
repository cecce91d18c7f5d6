package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.cli.example.ExampleComponents.Deployed;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.yaml.MapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Applications that the ApplicationSets of the example make, and what they come to. */
class ApplicationsTest {
  private static final String NAME = "# Application ";

  private static CommandRun apps(String... arguments) {
    List<String> all = new ArrayList<>(List.of("apps"));
    all.addAll(List.of(arguments));
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, all.toArray(String[]::new));
    assertThat(run.err()).doesNotContain("error:");
    assertThat(run.code()).isZero();
    return run;
  }

  /** The lines of the table, by the name of the Application. */
  private static Map<String, String> listed(String... arguments) {
    Map<String, String> lines = new TreeMap<>();
    apps(arguments).out().lines().skip(1).forEach(line -> lines.put(line.split(" ", 2)[0], line));
    return lines;
  }

  /** The three rows of document 004, and the laptop. */
  @ParameterizedTest
  @CsvSource({
    "dev,ameide-dev",
    "staging,ameide-staging",
    "production,ameide-prod",
    "local,ameide-local"
  })
  void hasTheApplicationsOfTheOperators(String environment, String namespace) {
    for (String form : List.of("native", "plugin")) {
      String line =
          listed("environments/" + environment + "/argocd/apps/" + form)
              .get(environment + "-foundation-ameide-operators");
      assertThat(line).isNotNull().contains(" " + namespace + " ", " ameide ", " 120 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production", "local"})
  void everyComponentIsAnApplicationInBothForms(String environment) throws IOException {
    List<String> expected = new ArrayList<>();
    for (Deployed one : ExampleComponents.all()) {
      if (one.environment().equals(environment) && !one.folder().contains("/cluster/")) {
        expected.add(environment + "-" + one.name());
      }
    }
    for (String form : List.of("native", "plugin")) {
      assertThat(listed("environments/" + environment + "/argocd/apps/" + form).keySet())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** All that is in the folder of an environment renders: the root and both forms. */
  @Test
  void everyApplicationRenders() {
    Map<String, List<String>> renders = renders("environments/dev");
    assertThat(renders).containsKey("dev-root").hasSizeGreaterThan(14);
    assertThat(renders.values()).noneMatch(List::isEmpty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production", "local"})
  void bothFormsGiveTheSameObjects(String environment) {
    String folder = "environments/" + environment + "/argocd/apps/";
    Map<String, List<String>> ours = renders(folder + "plugin");
    assertThat(ours).hasSizeGreaterThan(13).isEqualTo(renders(folder + "native"));
  }

  /** Sorted objects by Application. */
  private static Map<String, List<String>> renders(String path) {
    Map<String, List<String>> renders = new HashMap<>();
    for (String part : apps(path, "--render").out().split("(?m)^" + NAME, -1)) {
      if (part.contains("\n")) {
        String name = part.substring(0, part.indexOf('\n')).strip();
        List<String> objects =
            new ArrayList<>(ExampleComponents.objects(part.substring(name.length())));
        objects.addAll(renders.getOrDefault(name, List.of()));
        renders.put(name, objects.stream().sorted().toList());
      }
    }
    return renders;
  }

  @Test
  void layer22IsShownInTheOrderOfItsRollout() {
    CommandRun run = apps("environments/dev/argocd/apps/plugin", "--layer=22", "--order");
    assertThat(run.out().lines().skip(1).map(line -> line.split(" ", 2)[0]))
        .containsExactly(
            "dev-platform-envoy-gateway",
            "dev-platform-cert-manager-config",
            "dev-platform-gateway",
            "dev-control-plane-smoke");
  }

  @Test
  void whatIsOffIsNoApplication() {
    assertThat(listed("environments/dev").keySet())
        .contains("dev-data-minio")
        .noneMatch(name -> name.contains("neo4j"));
    assertThat(listed("argocd/applicationsets").keySet())
        .containsExactlyInAnyOrder(
            "cluster-crds-tenants",
            "product-agents",
            "product-agents-second",
            "product-jangar",
            "product-jangar-second");
  }

  /** As document 003 wants them: YAML that kubectl takes, and value files by a ref. */
  @Test
  void setsArePlainYamlWithARefToValues() throws IOException {
    int sets = 0;
    for (String environment : ExampleComponents.NAMESPACES.keySet()) {
      for (String form : List.of("native", "plugin")) {
        Path folder =
            CommandRun.EXAMPLE.resolve("environments/" + environment + "/argocd/apps/" + form);
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : (Iterable<Path>) files::iterator) {
            MapNode set = ExampleComponents.read(file);
            assertThat(FieldPath.of("kind").text(set)).contains("ApplicationSet");
            assertThat(FieldPath.of("spec", "strategy", "type").text(set)).contains("RollingSync");
            assertThat(FieldPath.of("spec", "strategy", "deletionOrder").text(set))
                .contains("Reverse");
            assertThat(FieldPath.of("spec", "goTemplateOptions").list(set).orElseThrow().items())
                .hasToString("[missingkey=error]");
            if (form.equals("native")) {
              assertThat(FieldPath.of("spec", "templatePatch").text(set).orElseThrow())
                  .contains("ref: values", "$values/");
            } else {
              assertThat(
                      FieldPath.of("spec", "template", "spec", "source", "plugin", "name")
                          .text(set))
                  .contains("agents-render");
            }
            sets++;
          }
        }
      }
    }
    assertThat(sets).isEqualTo(2 * (4 * 4 + 1));
  }

  /** What a component says of sync options and ignored differences is in both forms. */
  @Test
  void carriesSyncOptionsAndIgnoredDifferences() {
    for (String form : List.of("native", "plugin")) {
      String found = apps("environments/production/argocd/apps/" + form, "-o=yaml").out();
      assertThat(part(found, "production-foundation-ameide-operators"))
          .contains(
              """
                  syncOptions:
                  - CreateNamespace=false
                  - RespectIgnoreDifferences=true
                  - ServerSideApply=true
              """);
      assertThat(part(found, "production-data-postgres"))
          .contains("- /spec/postgresql", "- RespectIgnoreDifferences=true");
    }
  }

  private static String part(String stream, String application) {
    for (String part : stream.split("(?m)^" + NAME, -1)) {
      if (part.startsWith(application + "\n")) {
        return part;
      }
    }
    throw new AssertionError(application + " in " + stream);
  }
}
