package io.agentsrender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.hook.HookReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Argo CD does with hooks is told by its sources: gitops-engine, pkg/sync/hook (IsHook, Types,
 * DeletePolicies), pkg/sync/hook/helm and pkg/sync/syncwaves (Wave); controller/hook.go of Argo CD
 * for what runs on deletion.
 */
class HookPolicyTest {
  private static final String SETTINGS = "hooks: {tests: postSync}";

  private static String job(String name, String... annotations) {
    StringBuilder text =
        new StringBuilder("apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ")
            .append(name)
            .append("\n  annotations:\n    team: shop\n");
    for (String annotation : annotations) {
      text.append("    ").append(annotation).append('\n');
    }
    return text.append("spec: {}\n---\n").toString();
  }

  private static final String SERVICE =
      "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {}\n---\n";

  private static Map<String, String> annotations(KubernetesObject object) {
    Map<String, String> all = new TreeMap<>();
    FieldPath.of("metadata", "annotations").map(object.node()).stream()
        .flatMap(map -> map.entries().stream())
        .forEach(entry -> all.put(entry.name(), entry.value().toString()));
    all.remove("team");
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "test | - | - | PostSync | - | BeforeHookCreation",
        "test-success | -5 | hook-succeeded | PostSync | -5 | HookSucceeded,BeforeHookCreation",
        "'test,post-install' | - | before-hook-creation | PostSync | - | BeforeHookCreation",
        "'pre-upgrade,test' | 3 | - | PreSync,PostSync | 3 | BeforeHookCreation",
        "'pre-install,pre-upgrade' | 1 | hook-failed | PreSync | 1 | HookFailed",
        "post-delete | - | hook-succeeded | PostDelete | - | HookSucceeded",
      })
  void all_hooks_become_argo_cds(
      String types, String weight, String policy, String phases, String wave, String policies) {
    String hook =
        job(
            "hook",
            "helm.sh/hook: " + types,
            weight == null ? "a: b" : "helm.sh/hook-weight: \"" + weight + "\"",
            policy == null ? "a: b" : "helm.sh/hook-delete-policy: " + policy);
    PolicyResult result = Renders.applySettings(Renders.objects(hook + SERVICE), SETTINGS);

    Map<String, String> expected = new TreeMap<>();
    expected.put("argocd.argoproj.io/hook", phases);
    expected.put("argocd.argoproj.io/hook-delete-policy", policies);
    if (wave != null) {
      expected.put("argocd.argoproj.io/sync-wave", wave);
    }
    Map<String, String> actual = annotations(result.objects().getFirst());
    actual.remove("a");
    assertThat(actual).isEqualTo(expected);
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void hooks_stay_helms_where_nothing_is_asked_for() {
    List<KubernetesObject> objects =
        Renders.objects(job("test", "helm.sh/hook: test") + job("up", "helm.sh/hook: pre-upgrade"));

    for (String settings : List.of("{}", "hooks: {tests: keep}", "hooks: {}")) {
      PolicyResult result = Renders.applySettings(objects, settings);
      assertThat(result.objects()).isEqualTo(objects);
      assertThat(result.objects().getFirst()).isSameAs(objects.getFirst());
    }
  }

  @Test
  void all_or_none_of_an_application_whatever_rendered_them() {
    List<KubernetesObject> objects =
        Renders.objects(
            job("test", "helm.sh/hook: test")
                + job("up", "helm.sh/hook: pre-upgrade")
                + job("own", "argocd.argoproj.io/hook: Sync")
                + SERVICE);
    PolicyResult result = Renders.applySettings(objects, SETTINGS);

    assertThat(result.objects().stream().flatMap(it -> annotations(it).keySet().stream()))
        .noneMatch(key -> key.startsWith("helm.sh/"));
    assertThat(result.objects().get(2)).isSameAs(objects.get(2));
  }

  @Test
  void what_argo_cd_never_runs_stays_with_a_warning() {
    List<KubernetesObject> objects =
        Renders.objects(job("back", "helm.sh/hook: pre-rollback") + SERVICE);
    PolicyResult result = Renders.applySettings(objects, SETTINGS);

    assertThat(result.objects().getFirst()).isSameAs(objects.getFirst());
    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("[pre-rollback] of Job.batch/back")
        .contains("render.yaml:1:1");
  }

  @Test
  void an_application_of_hooks_only_is_a_warning() {
    assertThat(
            Renders.reasons(
                Renders.applySettings(
                    Renders.objects(job("test", "helm.sh/hook: test")), SETTINGS)))
        .singleElement()
        .asString()
        .contains("the application has only hooks");
  }

  private static HookReport report(String settings, String... annotations) {
    List<HookReport> hooks =
        Renders.applySettings(Renders.objects(job("hook", annotations) + SERVICE), settings)
            .hooks();
    assertThat(hooks).hasSize(1);
    return hooks.getFirst();
  }

  @Test
  void the_report_tells_what_argo_cd_does() {
    HookReport up =
        report(
            "{}",
            "helm.sh/hook: pre-install,pre-upgrade",
            "helm.sh/hook-weight: \"-3\"",
            "helm.sh/hook-delete-policy: hook-succeeded,before-hook-creation");
    assertThat(up.object()).isEqualTo("Job.batch/hook");
    assertThat(up.phases()).containsExactly("PreSync");
    assertThat(up.wave()).isEqualTo(-3);
    assertThat(up.deletePolicies()).containsExactly("HookSucceeded", "BeforeHookCreation");
    assertThat(up.remarks()).isEmpty();
    assertThat(up.place()).hasToString("render.yaml:1:1");

    assertThat(report("{}", "helm.sh/hook: post-install").remarks())
        .containsExactly(
            "Argo CD knows no first install and runs it on every sync.",
            "It runs only when everything of the sync is Healthy.");
    assertThat(report("{}", "helm.sh/hook: test").phases()).isEmpty();
    assertThat(report("{}", "helm.sh/hook: test").remarks())
        .containsExactly("Argo CD ignores test.", "hooks.tests=postSync runs it after each sync.");
    assertThat(report("{}", "helm.sh/hook: pre-upgrade,post-rollback").remarks())
        .containsExactly("Argo CD ignores post-rollback.");
    assertThat(report("{}", "helm.sh/hook: pre-delete").remarks())
        .containsExactly("Argo CD before 3.3 does not run it.");
    assertThat(report("{}", "helm.sh/hook: pre-delete,post-delete").phases()).isEmpty();
    assertThat(report("{}", "helm.sh/hook: pre-upgrade", "helm.sh/hook-weight: early").remarks())
        .containsExactly("Its weight \"early\" is no number: 0 holds.");
    assertThat(
            report("{}", "helm.sh/hook: pre-upgrade", "helm.sh/hook-delete-policy: hook-succeeded")
                .remarks())
        .singleElement()
        .asString()
        .contains("add before-hook-creation");
  }

  @Test
  void the_report_is_that_of_the_finished_objects() {
    HookReport test = report(SETTINGS, "helm.sh/hook: test", "helm.sh/hook-weight: \"2\"");

    assertThat(test.helm()).containsExactly("test");
    assertThat(test.phases()).containsExactly("PostSync");
    assertThat(test.wave()).isEqualTo(2);
    assertThat(test.remarks())
        .containsExactly("It runs only when everything of the sync is Healthy.");
  }

  @Test
  void argo_cds_own_annotations_count_first() {
    HookReport both =
        report(
            "{}",
            "helm.sh/hook: pre-install",
            "argocd.argoproj.io/hook: Sync",
            "argocd.argoproj.io/sync-wave: \"7\"",
            "helm.sh/hook-weight: \"1\"",
            "helm.sh/hook-delete-policy: hook-failed",
            "argocd.argoproj.io/hook-delete-policy: HookSucceeded");
    assertThat(both.phases()).containsExactly("Sync");
    assertThat(both.wave()).isEqualTo(7);
    assertThat(both.deletePolicies()).containsExactly("HookSucceeded", "HookFailed");
    assertThat(both.remarks())
        .first()
        .isEqualTo("Its annotation argocd.argoproj.io/hook counts, and Helm's does not.");

    assertThat(report("{}", "argocd.argoproj.io/hook: PostSync").helm()).isEmpty();
    assertThat(
            Renders.applySettings(
                    Renders.objects(
                        job("crd", "helm.sh/hook: crd-install")
                            + job("left-out", "argocd.argoproj.io/hook: Skip")),
                    "{}")
                .hooks())
        .isEmpty();
  }
}
