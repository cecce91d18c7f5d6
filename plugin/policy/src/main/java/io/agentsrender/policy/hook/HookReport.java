package io.agentsrender.policy.hook;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Argo CD will do with one hook.
 *
 * @param object the hook, as people name it
 * @param helm its types in the chart; empty for a hook of Argo CD
 * @param phases in which Argo CD runs it; empty where it never does
 * @param wave its order within a phase
 * @param deletePolicies in Argo CD's words
 * @param remarks what differs from Helm, in sentences
 */
public record HookReport(
    String object,
    Position place,
    List<String> helm,
    List<String> phases,
    int wave,
    List<String> deletePolicies,
    List<String> remarks) {

  public HookReport {
    helm = List.copyOf(helm);
    phases = List.copyOf(phases);
    deletePolicies = List.copyOf(deletePolicies);
    remarks = List.copyOf(remarks);
  }

  /**
   * One entry for each hook.
   *
   * @param rendered the objects before the policies
   * @param finished the same after them
   */
  public static List<HookReport> of(
      List<KubernetesObject> rendered, List<KubernetesObject> finished) {
    Map<String, HelmHook> ofCharts = new HashMap<>();
    rendered.forEach(object ->
        HelmHook.of(object).ifPresent(hook -> ofCharts.putIfAbsent(object.describe(), hook)));
    return finished.stream()
        .flatMap(object ->
            ArgoHook.of(object).stream()
                .map(
                    hook -> of(object, Optional.ofNullable(ofCharts.get(object.describe())), hook)))
        .toList();
  }

  private static HookReport of(KubernetesObject object, Optional<HelmHook> helm, ArgoHook argo) {
    return new HookReport(
        object.describe(),
        object.origin().place(),
        helm.map(HelmHook::types).orElse(List.of()),
        List.copyOf(argo.phases()),
        argo.wave(),
        List.copyOf(argo.deletePolicies()),
        remarks(object, helm, argo));
  }

  private static List<String> remarks(
      KubernetesObject object, Optional<HelmHook> helm, ArgoHook argo) {
    List<String> remarks = new ArrayList<>();
    helm.ifPresent(hook -> addAboutHelm(object, hook, argo, remarks));
    if (argo.phases().contains("PostSync")) {
      remarks.add("It runs only when everything of the sync is Healthy.");
    }
    if (argo.phases().contains("PreDelete")) {
      remarks.add("Argo CD before 3.3 does not run it.");
    }
    if (argo.phases().contains("PostDelete")) {
      remarks.add("Argo CD before 2.10 does not run it.");
    }
    boolean fixed = !object.name().isEmpty() && !argo.phases().isEmpty();
    if (fixed && !argo.deletePolicies().contains(ArgoHook.BEFORE_CREATION)) {
      remarks.add(
          "Its name is fixed, so while the last one is still there no other is made: add"
              + " before-hook-creation.");
    }
    return remarks;
  }

  private static void addAboutHelm(
      KubernetesObject object, HelmHook hook, ArgoHook argo, List<String> remarks) {
    boolean asHelm = HelmHook.of(object).isPresent();
    boolean own = HelmHook.annotation(object, ArgoHook.TYPE).isPresent();
    if (asHelm && own) {
      remarks.add("Its annotation " + ArgoHook.TYPE + " counts, and Helm's does not.");
      return;
    }
    List<String> ignored =
        hook.ignored().stream().filter(type -> !(own && HelmHook.isTest(type))).toList();
    if (!ignored.isEmpty()) {
      remarks.add("Argo CD ignores " + String.join(", ", ignored) + ".");
    }
    if (hook.isTest() && !own) {
      remarks.add("hooks.tests=postSync runs it after each sync.");
    }
    boolean once =
        hook.types().stream().anyMatch(type -> type.endsWith("-install"))
            && hook.types().stream().noneMatch(type -> type.endsWith("-upgrade"));
    if (once && !argo.phases().isEmpty()) {
      remarks.add("Argo CD knows no first install and runs it on every sync.");
    }
    hook.weight()
        .filter(weight -> !ArgoHook.isNumber(weight))
        .ifPresent(weight -> remarks.add("Its weight \"" + weight + "\" is no number: 0 holds."));
  }
}
