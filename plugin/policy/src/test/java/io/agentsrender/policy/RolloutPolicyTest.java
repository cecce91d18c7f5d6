package io.agentsrender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutPolicyTest {
  private static final String KIND = "argoproj.io/v1alpha1/Rollout";
  private static final String ON = "progressiveDelivery: {enabled: true}";

  private static String deployment(String name, String spec) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %s
      labels: {app.kubernetes.io/component: %s}
    spec:
      replicas: 2
      selector: {matchLabels: {app: %s}}
      %s
      template:
        metadata: {labels: {app: %s}}
        spec: {containers: [{name: main, image: example.test/main:1}]}
    ---
    """
        .formatted(name, name.replaceFirst("^agents-", ""), name, spec, name);
  }

  private static PolicyResult convert(String objects, String settings) {
    return Renders.apply(
        Renders.objects(objects),
        settings,
        PolicyFacts.of("default").withApiVersions(List.of(KIND)));
  }

  private static List<String> kinds(PolicyResult result) {
    return result.objects().stream().map(it -> it.kind() + "/" + it.name()).toList();
  }

  private static Object field(KubernetesObject object, String... path) {
    Object value = Renders.byName(List.of(object)).values().iterator().next();
    for (String name : path) {
      value = Objects.requireNonNull(((Map<?, ?>) value).get(name), name);
    }
    return value;
  }

  @Test
  void changes_kind_version_and_strategy_and_nothing_else() {
    List<KubernetesObject> objects = Renders.objects(deployment("web", "minReadySeconds: 5"));
    KubernetesObject rollout =
        Renders.apply(objects, ON, PolicyFacts.of("default").withApiVersions(List.of(KIND)))
            .objects()
            .getFirst();

    MapNode back =
        rollout
            .node()
            .withEntries(
                objects.getFirst().node().entries().stream()
                    .map(entry ->
                        entry.name().equals("spec")
                            ? new MapNode.Entry(
                                entry.key(),
                                entry.name(),
                                ((MapNode) Objects.requireNonNull(rollout.node().get("spec")))
                                    .without("strategy"))
                            : entry)
                    .toList());
    assertThat(Renders.yaml(rollout.withNode(back))).isEqualTo(Renders.yaml(objects.getFirst()));
    assertThat(rollout.apiVersion()).isEqualTo("argoproj.io/v1alpha1");
    assertThat(rollout.kind()).isEqualTo("Rollout");
    assertThat(Renders.yaml(rollout))
        .contains(
            """
              strategy:
                canary:
                  maxSurge: 1
                  maxUnavailable: 0
                  steps:
                  - setWeight: 20
                  - pause: {}
            """);
  }

  @Test
  void takes_out_what_only_the_deployment_controller_writes() {
    String live =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          annotations: {deployment.kubernetes.io/revision: "7", team: shop}
        spec:
          template: {spec: {containers: [{name: main}]}}
        status: {replicas: 2}
        """;
    String yaml = Renders.yaml(convert(live, ON).objects());

    assertThat(yaml).contains("team: shop").doesNotContain("revision").doesNotContain("status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 3, maxUnavailable: 2}} | 3 | 2",
        "strategy: {rollingUpdate: {maxSurge: 25%}} | 25% | 0",
        "strategy: {rollingUpdate: {maxUnavailable: 50%}} | 1 | 50%",
        "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}} | 0 | 1",
        "strategy: {type: RollingUpdate} | 1 | 0",
        "strategy: {rollingUpdate: null} | 1 | 0",
      })
  void carries_explicit_rolling_update_settings(String spec, String surge, String unavailable) {
    KubernetesObject rollout = convert(deployment("web", spec), ON).objects().getFirst();

    assertThat(field(rollout, "spec", "strategy", "canary", "maxSurge")).hasToString(surge);
    assertThat(field(rollout, "spec", "strategy", "canary", "maxUnavailable"))
        .hasToString(unavailable);
  }

  @Test
  void both_surges_zero_is_an_error_at_the_deployment() {
    PolicyResult result =
        convert(
            deployment("web", "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}"), ON);

    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .contains("both maxSurge and maxUnavailable are zero")
        .contains("render.yaml:9:");
  }

  @Test
  void refuses_to_canary_what_recreates_its_pods() {
    String objects = deployment("web", "strategy: {type: Recreate}") + deployment("api", "");

    assertThat(Renders.reasons(convert(objects, ON)))
        .singleElement()
        .asString()
        .startsWith("ERROR")
        .contains("its strategy is Recreate")
        .contains("asked for at values.yaml:1:32")
        .contains("progressiveDelivery.exclude");
    assertThat(kinds(convert(objects, "progressiveDelivery: {enabled: true, exclude: [web]}")))
        .containsExactly("Deployment/web", "Rollout/api");
    PolicyResult allowed =
        convert(objects, "progressiveDelivery: {enabled: true, recreate: allow}");
    assertThat(kinds(allowed)).containsExactly("Rollout/web", "Rollout/api");
    assertThat(field(allowed.objects().getFirst(), "spec", "strategy", "canary", "maxSurge"))
        .hasToString("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[controllers] | Deployment/agents, Rollout/agents-controllers, Deployment/other",
        "[controlPlane] | Rollout/agents, Deployment/agents-controllers, Deployment/other",
        "[agents-controllers, other] | Deployment/agents, Rollout/agents-controllers,"
            + " Rollout/other",
        "[] | Rollout/agents, Rollout/agents-controllers, Rollout/other",
      })
  void selects_workloads_by_component(String components, String expected) {
    String objects =
        deployment("agents", "") + deployment("agents-controllers", "") + deployment("other", "");
    PolicyResult result =
        convert(objects, "progressiveDelivery: {enabled: true, components: " + components + "}");

    assertThat(String.join(", ", kinds(result))).isEqualTo(expected);
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void what_nothing_answers_to_is_an_error() {
    assertThat(
            Renders.reasons(
                convert(
                    deployment("web", ""),
                    "progressiveDelivery: {enabled: true, components: [wbe, web], exclude:"
                        + " [gone]}")))
        .hasSize(2)
        .anyMatch(it -> it.contains("names \"wbe\"") && it.contains("values.yaml:1:51"))
        .anyMatch(it -> it.contains("names \"gone\""));
  }

  @Test
  void autoscalers_follow_and_everything_else_stays() {
    String others =
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 3}
        ---
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: {name: database}
        spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: web}, maxReplicas: 3}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: web}
        spec: {scaleTargetRef: {name: web}, triggers: []}
        ---
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {name: web}
        spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: elsewhere, namespace: elsewhere}
        spec: {scaleTargetRef: {name: web}, triggers: []}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web}
        spec: {podSelector: {matchLabels: {app: web}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: hooked, annotations: {helm.sh/hook: pre-upgrade}}
        spec: {template: {spec: {containers: [{name: main}]}}}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: database}
        spec: {template: {spec: {containers: [{name: main}]}}}
        """;
    List<KubernetesObject> objects = Renders.objects(deployment("web", "") + others);
    PolicyResult result =
        Renders.apply(objects, ON, PolicyFacts.of("default").withApiVersions(List.of(KIND)));

    assertThat(result.problems()).isEmpty();
    for (int i : List.of(1, 3, 4)) {
      String reference = i == 4 ? "targetRef" : "scaleTargetRef";
      assertThat(field(result.objects().get(i), "spec", reference))
          .isEqualTo(
              Map.of("apiVersion", "argoproj.io/v1alpha1", "kind", "Rollout", "name", "web"));
    }
    for (int i : List.of(2, 5, 6, 7, 8, 9, 10)) {
      assertThat(result.objects().get(i)).isSameAs(objects.get(i));
    }
  }

  @Test
  void a_rollout_may_stand_beside_its_deployment() {
    PolicyResult result =
        convert(
            deployment("web", "") + deployment("api", ""),
            """
            progressiveDelivery:
              enabled: true
              mode: workloadRef
              scaleDown: progressively
              deploymentReplicas: 0
              components: [web]
            """);

    assertThat(kinds(result)).containsExactly("Deployment/web", "Rollout/web", "Deployment/api");
    assertThat(field(result.objects().getFirst(), "spec", "replicas")).hasToString("0");
    KubernetesObject rollout = result.objects().get(1);
    assertThat(field(rollout, "spec", "replicas")).hasToString("2");
    assertThat(field(rollout, "spec", "workloadRef"))
        .isEqualTo(
            Map.of(
                "apiVersion", "apps/v1",
                "kind", "Deployment",
                "name", "web",
                "scaleDown", "progressively"));
    assertThat(((Map<?, ?>) field(rollout, "spec")).containsKey("template")).isFalse();
  }

  @Test
  void a_rollout_of_that_name_is_in_the_way() {
    String taken =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: web}
        spec: {template: {spec: {containers: [{name: main}]}}}
        """;

    assertThat(Renders.reasons(convert(deployment("web", "") + taken, ON)))
        .singleElement()
        .asString()
        .contains("the render already has a Rollout of that name");
  }

  private static List<String> judged(String objects, String... apiVersions) {
    return Renders.reasons(
        Renders.apply(
            Renders.objects(objects),
            ON,
            PolicyFacts.of("default").withApiVersions(List.of(apiVersions))));
  }

  @Test
  void the_cluster_must_know_rollouts() {
    String web = deployment("web", "");

    assertThat(judged(web, KIND)).isEmpty();
    assertThat(judged(web, "v1", "argoproj.io/v1alpha1", "argoproj.io/v1alpha1/Application"))
        .singleElement()
        .asString()
        .startsWith("ERROR")
        .contains("the cluster does not have the kind " + KIND)
        .contains("values.yaml:1:32");
    assertThat(judged(web)).singleElement().asString().startsWith("WARNING");
    assertThat(judged(web, "argoproj.io/v1alpha1")).singleElement().asString().startsWith("ERROR");
    assertThat(judged(web, "policy/v1")).singleElement().asString().startsWith("ERROR");
  }

  @ParameterizedTest
  @CsvSource({"v1alpha1, 0", "v1, 1"})
  void or_the_render_itself_must_define_them(String version, int problems) {
    String definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: rollouts.argoproj.io}
        spec:
          group: argoproj.io
          names: {kind: Rollout, plural: rollouts}
          versions: [{name: %s}]
        """
            .formatted(version);

    assertThat(judged(deployment("web", "") + definition, "v1/Service")).hasSize(problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl rollout status deploy/web",
        "kubectl -n default rollout status deployment/web --timeout=5m",
        "kubectl scale deployments.apps/web --replicas=1",
        "kubectl rollout restart deployment \\\"web\\\"",
      })
  void warns_of_scripts_that_name_the_deployment(String script) {
    String job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: smoke, annotations: {helm.sh/hook: post-upgrade}}
        spec: {template: {spec: {containers: [{name: main, command: [sh, -c, "%s"]}]}}}
        """
            .formatted(script);

    assertThat(judged(deployment("web", "") + job, KIND))
        .singleElement()
        .asString()
        .contains("a script of Job.batch/smoke names the Deployment \"web\"");
    assertThat(judged(deployment("website", "") + job, KIND)).isEmpty();
  }

  @Test
  void warns_of_scripts_in_config_maps() {
    String scripts =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: scripts}
        data: {run.sh: "kubectl rollout undo deploy/web"}
        """;

    assertThat(judged(deployment("web", "") + scripts, KIND)).hasSize(1);
  }

  @Test
  void warns_of_what_else_names_the_deployment() {
    String canary =
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: web}
        spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
        """;

    assertThat(judged(deployment("web", "") + canary, KIND))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("Canary.flagger.app/web names the Deployment \"web\", which is a Rollout now");
    assertThat(judged(deployment("api", "") + canary, KIND)).isEmpty();
  }

  @Test
  void warns_of_a_manual_pause_that_holds_up_what_comes_later() {
    String later =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: later, annotations: {argocd.argoproj.io/sync-wave: "1"}}
        """;
    String objects = deployment("web", "") + later;

    assertThat(judged(objects, KIND))
        .singleElement()
        .asString()
        .contains("ConfigMap/later in sync wave 1 waits for the canary");
    assertThat(
            convert(
                    objects,
                    "progressiveDelivery: {enabled: true, canarySteps: [{pause: {duration: 1m}}]}")
                .problems())
        .isEmpty();
    assertThat(
            Renders.reasons(
                Renders.apply(
                    Renders.objects(deployment("web", "")),
                    ON,
                    PolicyFacts.of("default")
                        .withApiVersions(List.of(KIND))
                        .withRolloutPhase("120"))))
        .singleElement()
        .asString()
        .contains("every later rollout phase than 120");
  }
}
