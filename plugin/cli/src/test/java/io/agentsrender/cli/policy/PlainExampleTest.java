package io.agentsrender.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chart and a kustomization that know nothing of policies, and what the plugin makes of them.
 * What they are without it is told by helm and kustomize (test-clusters/goldens/example). The files
 * in test-clusters/oracles/objects/accepted are our own output, to be judged by its record script.
 */
class PlainExampleTest {
  private static final String ROLLOUTS = "--api-versions=argoproj.io/v1alpha1/Rollout";
  private static final Path ACCEPTED =
      CommandRun.PROJECT.resolve("test-clusters/oracles/objects/accepted");

  private static String recorded(String name) throws IOException {
    return Files.readString(
        CommandRun.PROJECT.resolve("test-clusters/goldens/example/" + name + "/expected.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain-web", "plain-notes"})
  void withoutSettingsItIsWhatTheToolsRender(String name) throws IOException {
    CommandRun plain = new Declared(name).renderPlain();

    assertThat(plain.err()).isEmpty();
    assertThat(Declared.objects(plain.out())).isEqualTo(Declared.objects(recorded(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain-web", "plain-notes"})
  void withThemItIsWhatIsKept(String name) throws IOException {
    CommandRun run = new Declared(name).render(ROLLOUTS, "--environment=production");

    assertThat(run.err()).isEmpty();
    Path file = ACCEPTED.resolve(name + ".yaml");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(file));
  }

  /** Other settings, for Kubernetes and Argo Rollouts to judge what comes of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain-web | workload-ref | {progressiveDelivery: {mode: workloadRef, scaleDown: onsuccess,"
            + " deploymentReplicas: 0}, imagePolicy: null}",
        "plain-web | all-workloads | {progressiveDelivery: {components: null, canarySteps:"
            + " null}, rolloutChecksums: {auto: true, keyStyle: agents}, imagePolicy: null}",
        "plain-web | steps | {progressiveDelivery: {canarySteps: [{setWeight: 0}, {pause:"
            + " {duration: 30}}, {analysis: {templates: [{templateName: success}]}}, {experiment:"
            + " {templates: [{name: a, specRef: canary, replicas: 1}]}}, {plugin: {name:"
            + " example/step, config: {a: 1}}}, {setWeight: 100}]}, imagePolicy: null}",
        "plain-notes | workload-ref | {progressiveDelivery: {enabled: true, mode: workloadRef,"
            + " scaleDown: progressively}}",
      })
  void otherSettingsGiveWhatIsKept(String name, String variant, String policies)
      throws IOException {
    CommandRun run = new Declared(name).renderWith(policies, ROLLOUTS);

    assertThat(run.code()).as(run.err()).isZero();
    Path file = ACCEPTED.resolve(name + "-" + variant + ".yaml");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(file)).contains("kind: Rollout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain-web", "plain-notes"})
  void switchingOffGivesTheOriginalBack(String name) throws IOException {
    Declared application = new Declared(name);
    application.render(ROLLOUTS);
    CommandRun off =
        application.renderWith(
            """
            progressiveDelivery: {enabled: false}
            rolloutChecksums: {enabled: false}
            imagePolicy: null
            envPrecedence: chart
            hooks: null
            """);

    assertThat(off.err()).isEmpty();
    assertThat(off.out()).isEqualTo(application.renderPlain().out());
  }

  @Test
  void onlyWhatPoliciesAreForDiffers() throws IOException {
    Map<String, String> before = Declared.objects(recorded("plain-web"));
    Map<String, String> after =
        Declared.objects(Files.readString(ACCEPTED.resolve("plain-web.yaml")));
    Set<String> same = new TreeSet<>(before.keySet());
    same.removeIf(name -> !Objects.equals(before.get(name), after.get(name)));

    assertThat(same)
        .containsExactly(
            "ConfigMap/plain-web-settings", "PodDisruptionBudget/plain-web", "Service/plain-web");
    assertThat(lines(before, "HorizontalPodAutoscaler/plain-web"))
        .isEqualTo(
            lines(after, "HorizontalPodAutoscaler/plain-web").stream()
                .map(line ->
                    line.replace("argoproj.io/v1alpha1", "apps/v1")
                        .replace("Rollout", "Deployment"))
                .toList());
  }

  private static List<String> lines(Map<String, String> objects, String name) {
    return objects.getOrDefault(name, "").lines().toList();
  }

  @Test
  void theToolsThemselvesNeverApplyPolicies() {
    String values = "argocd/applications/plain-web/values.yaml";
    CommandRun template =
        CommandRun.in(
            CommandRun.EXAMPLE,
            "template",
            "plain-web",
            "sources/charts/plain-web",
            "-f",
            values,
            "-f",
            "argocd/applications/plain-web/policies.yaml");
    assertThat(template.code()).isNotZero();
    assertThat(template.err()).contains("additional properties").contains("progressiveDelivery");

    CommandRun kustomize =
        CommandRun.in(
            CommandRun.EXAMPLE, "kustomize", "argocd/applications/plain-notes", "--policies=a: b");
    assertThat(kustomize.code()).isEqualTo(2);
    assertThat(kustomize.err()).contains("--policies");
  }

  @Test
  void showsWhereImagesComeFrom() throws IOException {
    CommandRun run = new Declared("plain-web").render(ROLLOUTS, "--report=images");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            """
            registry.example/shop/worker:9c41be70@sha256:fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9
              container worker of Deployment.apps/plain-web-worker
              repository from worker.image.repository at argocd/applications/plain-web/values.yaml:9:17
              tag        from image.tag at argocd/applications/plain-web/values.yaml:4:8
              digest     from worker.image.digest at argocd/applications/plain-web/values.yaml:10:13
            docker.io/library/busybox:1.37
              container connection of Pod/plain-web-connection
              as it stands at plain-web/templates/tests/connection.yaml:13:14
            """);
    CommandRun json = new Declared("plain-web").render(ROLLOUTS, "--report=images", "-o=json");
    assertThat(json.out().lines()).hasSize(4);
    assertThat(json.out()).contains("\"step\":\"worker.image.digest\"").contains("\"line\":10");
    assertThat(new Declared("plain-web").render(ROLLOUTS, "--report=images", "-o=name").out())
        .startsWith("registry.example/shop/web:9c41be70@sha256:2c26")
        .endsWith("registry.example/shop/web:9c41be70\n");
  }

  @Test
  void showsWhatBecomesOfHooks() throws IOException {
    assertThat(new Declared("plain-web").renderPlain().out()).contains("helm.sh/hook: test");
    assertThat(new Declared("plain-web").render(ROLLOUTS, "--report=hooks").out())
        .isEqualTo(
            """
            Pod/plain-web-connection
              Helm:    test
              Argo CD: PostSync in wave 0, deleted on HookSucceeded, BeforeHookCreation
              It runs only when everything of the sync is Healthy.
            Job.batch/plain-web-migrations
              Helm:    pre-install, pre-upgrade
              Argo CD: PreSync in wave -5, deleted on BeforeHookCreation, HookSucceeded
            """);
    assertThat(
            new Declared("plain-web").renderWith("{}", ROLLOUTS, "--report=hooks", "-o=json").out())
        .contains("\"phases\":[]")
        .contains("\"helm\":[\"test\"]");
  }

  /** A report is there even where the policies refuse the objects. */
  @Test
  void showsTheImagesOfARefusedRender() throws IOException {
    CommandRun run =
        new Declared("plain-web")
            .renderWith("imagePolicy: {exempt: []}", ROLLOUTS, "--report=images", "-o=name");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("digests are required at");
    assertThat(run.out().lines()).hasSize(4).contains("docker.io/library/busybox:1.37");
  }
}
