package io.agentsrender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.settings.SettingsLayers;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any render and any settings; each seed is one of both. */
class PolicyPropertiesTest {
  private static final PolicyFacts FACTS =
      PolicyFacts.of("default").withApiVersions(List.of("argoproj.io/v1alpha1/Rollout"));

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static final String VALUES =
      """
      env: {vars: {LEVEL: shared}}
      controlPlane: {image: {}, env: {vars: {LEVEL: own}}}
      """;

  private static List<KubernetesObject> apply(List<KubernetesObject> objects, String settings) {
    PolicyResult result =
        Policies.apply(
            objects,
            List.of(Renders.release("default", Renders.map(VALUES))),
            SettingsLayers.of(Renders.map(settings)),
            FACTS);
    assertThat(result.problems().stream().filter(Problem::isError)).isEmpty();
    return result.objects();
  }

  private static Map<String, String> byName(List<KubernetesObject> objects) {
    Map<String, String> all = new TreeMap<>();
    objects.forEach(object -> all.put(object.describe(), Renders.yaml(object)));
    return all;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_second_time_changes_nothing(long seed) {
    RandomRender render = new RandomRender(seed);
    List<KubernetesObject> once = apply(render.objects(), render.settings());

    assertThat(Renders.yaml(apply(once, render.settings()))).isEqualTo(Renders.yaml(once));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void off_changes_nothing(long seed) {
    List<KubernetesObject> objects = new RandomRender(seed).objects();
    List<KubernetesObject> off =
        apply(
            objects,
            """
            progressiveDelivery: {enabled: false, mode: workloadRef}
            rolloutChecksums: {enabled: false, secrets: [token]}
            hooks: {tests: keep}
            envPrecedence: chart
            """);

    assertThat(off).hasSameSizeAs(objects);
    for (int i = 0; i < off.size(); i++) {
      assertThat(off.get(i)).isSameAs(objects.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void on_and_then_off_gives_the_original(long seed) {
    RandomRender render = new RandomRender(seed);
    List<KubernetesObject> objects = render.objects();
    String before = Renders.yaml(objects);
    apply(objects, render.settings());

    assertThat(Renders.yaml(objects)).isEqualTo(before);
    assertThat(Renders.yaml(apply(objects, "{}"))).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_the_objects_does_not_matter(long seed) {
    RandomRender render = new RandomRender(seed);

    assertThat(byName(apply(render.shuffled(), render.settings())))
        .isEqualTo(byName(apply(render.objects(), render.settings())));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_the_policies_does_not_matter(long seed) {
    RandomRender render = new RandomRender(seed);
    List<KubernetesObject> objects = render.objects();
    for (String section : render.sections()) {
      objects = apply(objects, section);
    }

    assertThat(byName(objects)).isEqualTo(byName(apply(render.objects(), render.settings())));
  }

  /** Kind, strategy, checksums, scale targets and hooks: nothing else is ever touched. */
  @ParameterizedTest
  @MethodSource("seeds")
  void only_what_policies_are_for_differs(long seed) {
    RandomRender render = new RandomRender(seed);
    List<String> before = new ArrayList<>();
    render.objects().forEach(object -> before.add(bare(object)));
    List<String> after = new ArrayList<>();
    for (KubernetesObject object : apply(render.objects(), render.settings())) {
      if (FieldPath.of("spec", "workloadRef").get(object.node()).isEmpty()) {
        after.add(bare(object));
      }
    }

    assertThat(after).containsExactlyElementsOf(before);
  }

  private static final Set<String> UNTOUCHED =
      Set.of("Service", "PodDisruptionBudget", "ConfigMap", "Secret", "ExternalSecret");

  @ParameterizedTest
  @MethodSource("seeds")
  void services_and_budgets_stay_byte_by_byte(long seed) {
    RandomRender render = new RandomRender(seed);
    List<KubernetesObject> before =
        render.objects().stream().filter(it -> UNTOUCHED.contains(it.kind())).toList();
    List<KubernetesObject> after =
        apply(render.objects(), render.settings()).stream()
            .filter(it -> UNTOUCHED.contains(it.kind()))
            .toList();

    assertThat(Renders.yaml(after)).isEqualTo(Renders.yaml(before));
  }

  /** Without what some policy is for. */
  private static String bare(KubernetesObject object) {
    MapNode node = object.node();
    if (object.kind().matches("Deployment|Rollout|StatefulSet")) {
      node = node.without("apiVersion").without("kind");
      node = FieldPath.of("spec", "strategy").remove(node);
      node = withoutChecksums(node, FieldPath.of("spec", "template", "metadata", "annotations"));
    }
    node = withoutAnnotations(node, FieldPath.of("metadata", "annotations"), "hook|sync-wave");
    for (String target : List.of("scaleTargetRef", "targetRef")) {
      node = FieldPath.of("spec", target, "apiVersion").remove(node);
      node = FieldPath.of("spec", target, "kind").remove(node);
    }
    return Renders.yaml(object.withNode(node)).replace("value: own", "value: shared");
  }

  private static MapNode withoutChecksums(MapNode node, FieldPath annotations) {
    return withoutAnnotations(node, annotations, "checksum");
  }

  private static MapNode withoutAnnotations(MapNode node, FieldPath path, String pattern) {
    if (path.map(node).isEmpty()) {
      return node;
    }
    MapNode annotations = path.map(node).orElseThrow();
    List<Entry> kept =
        annotations.entries().stream()
            .filter(entry -> !entry.name().matches(".*(" + pattern + ").*"))
            .toList();
    return kept.isEmpty() ? path.remove(node) : path.set(node, annotations.withEntries(kept));
  }
}
