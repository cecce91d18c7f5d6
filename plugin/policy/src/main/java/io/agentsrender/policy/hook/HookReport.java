package io.agentsrender.policy.hook;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Argo CD will do with one hook of Helm.
 *
 * @param object the hook, as people name it
 * @param helm its types in Helm
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

  /** One entry for each Helm hook among the objects of a chart, before policies touch them. */
  public static List<HookReport> of(List<KubernetesObject> objects) {
    return objects.stream().flatMap(object -> of(object).stream()).toList();
  }

  private static Optional<HookReport> of(KubernetesObject object) {
    return HelmHook.of(object)
        .map(hook ->
            new HookReport(
                object.describe(),
                object.origin().place(),
                hook.types(),
                List.copyOf(hook.phases()),
                wave(object, hook),
                List.copyOf(hook.argoDeletePolicies()),
                remarks(hook)));
  }

  /** See syncwaves.Wave: the wave if it is a number, else the weight if it is one. */
  private static int wave(KubernetesObject object, HelmHook hook) {
    return HelmHook.annotation(object, HelmHook.ARGO_WAVE)
        .filter(HookReport::isNumber)
        .or(() -> hook.weight().filter(HookReport::isNumber))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?\\d{1,9}");
  }

  private static List<String> remarks(HelmHook hook) {
    List<String> remarks = new ArrayList<>();
    Set<String> phases = hook.phases();
    if (!hook.ignored().isEmpty()) {
      remarks.add("Argo CD ignores " + String.join(", ", hook.ignored()) + ".");
    }
    if (hook.isTest()) {
      remarks.add("hooks.tests=postSync runs it after each sync.");
    }
    boolean once =
        hook.types().stream().anyMatch(type -> type.endsWith("-install"))
            && hook.types().stream().noneMatch(type -> type.endsWith("-upgrade"));
    if (once && !phases.isEmpty()) {
      remarks.add("Argo CD knows no first install and runs it on every sync.");
    }
    if (phases.contains("PostSync")) {
      remarks.add("It runs only when everything of the sync is Healthy.");
    }
    return remarks;
  }
}
