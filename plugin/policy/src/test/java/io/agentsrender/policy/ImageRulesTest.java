package io.agentsrender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.PolicyFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests, lockstep, and tags that went through a number. */
class ImageRulesTest {
  private static final String A = "sha256:" + "a".repeat(64);
  private static final String B = "sha256:" + "b".repeat(64);

  private static String workload(String kind, String name, String image) {
    return """
    apiVersion: apps/v1
    kind: %s
    metadata: {name: %s}
    spec: {template: {spec: {containers: [{name: main, image: %s}]}}}
    ---
    """
        .formatted(kind, name, image);
  }

  private static List<String> required(String objects, String more) {
    return Renders.reasons(
        Renders.apply(Renders.objects(objects), "imagePolicy: {requireDigest: true" + more + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web",
        "web:1",
        "registry.test:5000/web",
        "web@sha256:abc",
        "web:1@sha512:" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "web:1@sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      })
  void no_digest_or_a_malformed_one_is_an_error(String image) {
    assertThat(required(workload("Deployment", "web", "\"" + image + "\""), ""))
        .singleElement()
        .asString()
        .startsWith("ERROR")
        .contains("container main of Deployment.apps/web is \"" + image + "\"")
        .contains("render.yaml:4:")
        .contains("required at values.yaml:1:30");
  }

  @Test
  void every_container_counts_hooks_and_first_ones_too() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: test, annotations: {helm.sh/hook: test}}
        spec:
          initContainers: [{name: first, image: first:1}]
          containers: [{name: main, image: "main:1@%s"}, {name: side, image: side:1}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly}
        spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: main, image: x:1}]}}}}}
        """
            .formatted(A);

    assertThat(required(pod + "---\n" + workload("StatefulSet", "db", "db:1"), "")).hasSize(4);
  }

  @Test
  void named_environment_variables_hold_images_too() {
    String objects =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            spec:
              containers:
                - name: main
                  image: "web:1@%s"
                  env: [{name: RUNNER_IMAGE, value: runner:1}, {name: OTHER, value: other:1}]
        """
            .formatted(A);

    assertThat(required(objects, "")).isEmpty();
    assertThat(required(objects, ", env: [RUNNER_IMAGE]"))
        .singleElement()
        .asString()
        .contains("RUNNER_IMAGE of container main of Deployment.apps/web is \"runner:1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "registry.test/tools/one | 0",
        "registry.test/tools/* | 0",
        "'*/tools/*' | 0",
        "registry.test/tool | 1",
        "{workload: web} | 0",
        "{workload: web, container: main} | 0",
        "{workload: web, container: side} | 1",
        "{repository: registry.test/*, workload: api} | 1",
      })
  void exemptions_must_fit_in_all_parts(String exemption, int problems) {
    String quoted = exemption.startsWith("{") ? exemption : "\"" + exemption + "\"";
    String objects = workload("Deployment", "web", "registry.test/tools/one:1");

    assertThat(required(objects, ", exempt: [" + quoted + "]")).hasSize(problems);
  }

  @Test
  void one_digest_under_two_repositories_is_a_warning() {
    assertThat(
            required(
                workload("Deployment", "web", "one:1@" + A)
                    + workload("Deployment", "api", "two:1@" + A)
                    + workload("Deployment", "worker", "one:2@" + A),
                ""))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("runs two by the digest that one has, too");
  }

  private static List<String> inherited(String require) {
    return Renders.reasons(
        Renders.apply(
            Renders.objects(workload("Deployment", "agents", "own:1@" + A)),
            """
            image:
              repository: root
              tag: 1
              digest: %s
            controlPlane:
              image: {repository: own}
            imagePolicy: {requireDigest: %s}
            """
                .formatted(A, require)));
  }

  @Test
  void a_digest_inherited_across_repositories_is_found() {
    assertThat(inherited("false"))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("takes its digest from image.digest")
        .contains("values.yaml:4:11")
        .contains("Set controlPlane.image.digest.");
    assertThat(inherited("true")).singleElement().asString().startsWith("ERROR");
  }

  @Test
  void a_tag_that_was_a_number_is_reported_whatever_is_set() {
    assertThat(
            Renders.reasons(
                Renders.apply(
                    Renders.objects(workload("Deployment", "web", "web:1.9448656e+07")), "")))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("\"1.9448656e+07\"")
        .contains("was a number");
  }

  /** What Helm 3.19.4 prints for {@code web:{{ .Values.image.tag }}}. */
  @ParameterizedTest
  @CsvSource({"19448656, 1.9448656e+07", "1.10, 1.1", "0123, 83", "1_000, 1000"})
  void the_number_in_the_values_that_became_another_tag_is_named(String written, String tag) {
    assertThat(
            Renders.reasons(
                Renders.apply(
                    Renders.objects(workload("Deployment", "web", "web:" + tag)),
                    "image:\n  tag: " + written)))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("is \"" + tag + "\", for " + written + " was read as a number")
        .contains("values.yaml:2:8")
        .contains("Quote it: \"" + written + "\".");
    assertThat(
            Renders.reasons(
                Renders.apply(
                    Renders.objects(workload("Deployment", "web", "\"web:" + written + "\"")),
                    "image:\n  tag: " + written)))
        .isEmpty();
  }

  private static List<String> lockstep(String one, String two, String rule, String environment) {
    List<KubernetesObject> objects =
        Renders.objects(
            workload("Deployment", "agents", "\"" + one + "\"")
                + workload("Deployment", "agents-controllers", "\"" + two + "\""));
    return Renders.reasons(
        Renders.apply(
            objects,
            "imagePolicy: {lockstep: " + rule + "}",
            PolicyFacts.of("default").withEnvironment(environment)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5b72ee1e | 5b72ee1e | 0",
        "5b72ee1e | sha-5b72ee1e | 0",
        "5b72ee1 | 5b72ee1e0123456789 | 0",
        "5b72ee1e | 5b72ee1f | 1",
        "5b72ee | 5b72ee1e | 1",
        "v1.2.3 | v1.2.3 | 0",
        "v1.2.3 | v1.2.30 | 1",
        "19448656 | 19448656 | 0",
      })
  void components_in_lockstep_are_of_one_commit(String one, String two, int problems) {
    List<String> found =
        lockstep("a/one:" + one + "@" + A, "a/two:" + two + "@" + B, "true", "production");

    assertThat(found).hasSize(problems);
    assertThat(found).allMatch(it -> it.startsWith("ERROR") && it.contains("values.yaml:1:25"));
  }

  @Test
  void components_in_lockstep_are_pinned() {
    assertThat(lockstep("a/one:1@" + A, "a/two:1", "true", "production"))
        .singleElement()
        .asString()
        .contains("controllers runs \"a/two:1\" and has no digest");
  }

  @Test
  void components_in_lockstep_keep_the_tags_that_tell_their_commit() {
    assertThat(lockstep("a/one@" + A, "a/two@" + B, "true", "production"))
        .hasSize(2)
        .allMatch(it -> it.startsWith("ERROR") && it.contains("has no tag"));
  }

  @Test
  void a_canary_may_differ_for_the_time_of_a_promotion_but_stays_pinned() {
    assertThat(
            lockstep("a/one:1@" + A, "a/two:2@" + B, "{allowCanary: [controllers]}", "production"))
        .isEmpty();
    assertThat(lockstep("a/one:1@" + A, "a/two:2", "{allowCanary: [controllers]}", "production"))
        .singleElement()
        .asString()
        .contains("has no digest");
  }

  @Test
  void lockstep_may_hold_in_some_environments_only() {
    String rule = "{environments: [production, staging]}";

    assertThat(lockstep("a:1@" + A, "b:2@" + B, rule, "production")).hasSize(1);
    assertThat(lockstep("a:1@" + A, "b:2@" + B, rule, "staging")).hasSize(1);
    assertThat(lockstep("a:1@" + A, "b:2@" + B, rule, "dev")).isEmpty();
  }

  @Test
  void any_components_may_be_in_lockstep() {
    List<KubernetesObject> objects =
        Renders.objects(
            workload("Deployment", "web", "w:1@" + A)
                + workload("StatefulSet", "worker", "w:2@" + B)
                + workload("Deployment", "other", "w:3@" + B));

    assertThat(
            Renders.reasons(
                Renders.apply(objects, "imagePolicy: {lockstep: {components: [web, worker]}}")))
        .singleElement()
        .asString()
        .contains("web is of \"1\" and worker of \"2\"");
    assertThat(
            Renders.reasons(
                Renders.apply(objects, "imagePolicy: {lockstep: {components: [web, wroker]}}")))
        .singleElement()
        .asString()
        .contains("no workload answers to \"wroker\"");
  }

  @Test
  void a_component_that_is_off_is_not_missed() {
    assertThat(
            Renders.reasons(
                Renders.apply(
                    Renders.objects(workload("Deployment", "agents", "a:1@" + A)),
                    "controllers: {enabled: false, image: {}}\nimagePolicy: {lockstep: true}")))
        .isEmpty();
  }
}
