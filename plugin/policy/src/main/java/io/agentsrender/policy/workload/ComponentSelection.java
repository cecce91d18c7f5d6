package io.agentsrender.policy.workload;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which workloads a name in settings means. The first of these that fits any workload decides: the
 * object's name; the release's name, a dash and the name; the label {@code
 * app.kubernetes.io/component}; for {@code controlPlane}, the release's name alone. Beside the name
 * itself its form with dashes counts: {@code control-plane} for {@code controlPlane}.
 */
public final class ComponentSelection {
  private static final FieldPath LABEL =
      FieldPath.of("metadata", "labels", "app.kubernetes.io/component");

  private ComponentSelection() {}

  /** The workloads of one release that {@code name} means; empty where there is none. */
  public static List<KubernetesObject> select(
      String name, List<KubernetesObject> workloads, Optional<String> release) {
    String dashed = dashed(name);
    Stream<Predicate<KubernetesObject>> rules =
        Stream.of(
            it -> it.name().equals(name) || it.name().equals(dashed),
            it -> isOf(release, it, name) || isOf(release, it, dashed),
            it -> hasLabel(it, name) || hasLabel(it, dashed),
            it -> dashed.equals("control-plane") && release.map(it.name()::equals).orElse(false));
    return rules
        .map(rule -> workloads.stream().filter(rule).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isOf(Optional<String> release, KubernetesObject object, String name) {
    return release.map(it -> object.name().equals(it + "-" + name)).orElse(false);
  }

  private static boolean hasLabel(KubernetesObject object, String name) {
    return LABEL.text(object.node()).map(name::equals).orElse(false);
  }

  /** {@code control-plane} for {@code controlPlane}. */
  static String dashed(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
