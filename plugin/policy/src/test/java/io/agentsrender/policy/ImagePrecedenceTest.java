package io.agentsrender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.settings.SettingsLayers;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The images that the policy writes are those that the agents chart computes from the same values,
 * as helm printed them: test-clusters/goldens/example, recorded by test-clusters/goldens/record.
 */
class ImagePrecedenceTest {
  private static final Path GOLDENS = Renders.root().resolve("test-clusters/goldens/example");
  private static final List<String> FIELDS = List.of("repository", "tag", "digest", "pull-secrets");

  /** The values of the chart itself. */
  private static final MapNode DEFAULTS =
      Renders.map(
          Renders.read(
              Renders.root().resolve("argocd-cmp/example/sources/charts/agents/values.yaml")));

  /** A chart that makes nothing of the values. */
  private static final String RENDER =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: agents
      spec:
        template:
          spec:
            initContainers:
              - name: prepare
                image: example.test/prepare:1
            containers:
              - name: proxy
                image: example.test/proxy:1
              - name: control-plane
                image: example.test/wrong:1
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: agents-controllers
      spec:
        template:
          spec:
            containers:
              - name: controllers
                image: example.test/wrong:2
      """;

  private static final String MAPPING =
      """
      imagePolicy:
        components:
          - {name: controlPlane, workload: agents, container: control-plane}
      """;

  /** Every combination of fields that the control plane has of its own. */
  static Stream<List<String>> combinations() {
    return Stream.iterate(0, bits -> bits + 1)
        .limit(1 << FIELDS.size())
        .map(bits -> FIELDS.stream().filter(it -> (bits >> FIELDS.indexOf(it) & 1) == 1).toList());
  }

  private static PolicyResult apply(String golden, String settings) {
    return Policies.apply(
        Renders.objects(RENDER),
        List.of(
            Renders.release(
                "default",
                SettingsLayers.over(
                    SetArguments.of(GOLDENS.resolve(golden + "/command.json")), DEFAULTS))),
        SettingsLayers.of(Renders.map(settings, "policies")),
        PolicyFacts.of("default"));
  }

  /** The lines that the recorded cases keep, without what chooses between two ways to quote. */
  private static List<String> lines(String text) {
    return text.lines()
        .map(line ->
            line.replaceFirst("^\\d+:", "").replace("\"", "").strip().replaceFirst("^- ", ""))
        .filter(line -> line.matches("image: .*|.*imagePullSecrets.*|.*-pull.*"))
        .toList();
  }

  private static List<String> written(PolicyResult result, String name) {
    KubernetesObject workload =
        result.objects().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    return lines(Renders.yaml(workload));
  }

  @Test
  void there_are_sixteen_combinations() {
    assertThat(combinations()).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void writes_the_image_that_the_chart_would(List<String> own) {
    String golden = "image-" + (own.isEmpty() ? "none" : String.join("-", own));
    PolicyResult result = apply(golden, MAPPING);

    assertThat(result.problems().stream().filter(Problem::isError)).isEmpty();
    List<String> expected =
        new ArrayList<>(lines(Renders.read(GOLDENS.resolve(golden + "/expected.txt"))));
    expected.add("image: example.test/prepare:1");
    expected.add("image: example.test/proxy:1");
    assertThat(written(result, "agents")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(written(result, "agents-controllers"))
        .containsExactly("image: example.test/wrong:2");
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void the_image_table_tells_which_step_won(List<String> own) {
    String golden = "image-" + (own.isEmpty() ? "none" : String.join("-", own));
    ImageUse use =
        apply(golden, MAPPING).images().stream()
            .filter(it -> it.container().equals("control-plane"))
            .findFirst()
            .orElseThrow();

    assertThat(use.parts()).hasSize(3);
    for (ImageUse.Part part : use.parts()) {
      String block = own.contains(part.field()) ? "controlPlane.image." : "image.";
      assertThat(part.step()).isEqualTo(block + part.field());
      assertThat(part.place().line()).isPositive();
      assertThat(use.image()).contains(part.value());
    }
  }

  /** The usual two components are known without a list. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "image-none",
        "image-repository-tag-digest-pull-secrets",
        "image-no-digest",
        "image-blank-fields",
        "image-numeric-tag-text",
        "image-pull-secret-forms",
        "image-controllers-own"
      })
  void knows_the_usual_components(String golden) {
    PolicyResult result = apply(golden, "imagePolicy: {precedence: component}");

    List<String> expected = lines(Renders.read(GOLDENS.resolve(golden + "/expected.txt")));
    List<String> all = new ArrayList<>(written(result, "agents"));
    all.addAll(written(result, "agents-controllers"));
    assertThat(all).containsAll(expected);
  }

  @Test
  void says_which_fields_are_empty_as_the_chart_does() {
    PolicyResult result = apply("image-empty", "imagePolicy: {precedence: component}");

    List<String> expected =
        Renders.read(GOLDENS.resolve("image-empty/expected_error.txt"))
            .lines()
            .filter(line -> line.contains("repository of"))
            .map(line -> line.replace("- ", "").replaceFirst("; set one.*", "").strip())
            .toList();
    assertThat(result.problems().stream().map(Problem::reason)).containsExactlyElementsOf(expected);
  }

  @Test
  void a_tag_keeps_its_digits() {
    MapNode values =
        Renders.map(
            """
            image: {repository: example.test/web, tag: 19448656}
            web: {image: {tag: 13128e38}}
            """);
    PolicyResult result =
        Policies.apply(
            Renders.objects(RENDER),
            List.of(Renders.release("default", values)),
            SettingsLayers.of(
                Renders.map(
                    """
                    imagePolicy:
                      components:
                        - {name: agents, container: control-plane}
                        - {name: web, workload: agents-controllers}
                    """)),
            PolicyFacts.of("default"));

    assertThat(written(result, "agents")).contains("image: example.test/web:19448656");
    assertThat(written(result, "agents-controllers")).contains("image: example.test/web:13128e38");
    assertThat(result.problems()).isEmpty();
  }

  private static PolicyResult write(String values, String components) {
    return Policies.apply(
        Renders.objects(RENDER),
        List.of(Renders.release("default", Renders.map(values))),
        SettingsLayers.of(Renders.map("imagePolicy: {components: [" + components + "]}")),
        PolicyFacts.of("default"));
  }

  @Test
  void two_components_cannot_give_one_image() {
    PolicyResult result =
        write(
            """
            image: {repository: example.test/web, tag: "1"}
            web: {image: {tag: "2"}}
            """,
            "{name: agents, container: control-plane}, {name: web, workload: agents, container:"
                + " control-plane}");

    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .startsWith("ERROR")
        .contains("\"web\" and \"agents\" both give the image of container control-plane of")
        .contains("values.yaml:1:77");
  }

  @Test
  void a_digest_inside_a_tag_is_an_error() {
    assertThat(
            Renders.reasons(
                write(
                    "image: {repository: example.test/web, tag: v1@sha256:abc}",
                    "{name: agents, container: control-plane}")))
        .singleElement()
        .asString()
        .startsWith("ERROR")
        .contains("image.tag is \"v1@sha256:abc\" and holds a digest (values.yaml:1:44)");
  }

  @Test
  void a_blank_field_counts_as_empty_with_a_warning() {
    PolicyResult result =
        write(
            """
            image: {repository: example.test/web, tag: "1"}
            agents: {image: {tag: "  "}}
            """,
            "{name: agents, container: control-plane}");

    assertThat(written(result, "agents")).contains("image: example.test/web:1");
    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("agents.image.tag is blank, which counts as empty (values.yaml:2:23)");
  }
}
