package io.agentsrender.render.application;

import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.openapi.TypeName;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of objects that come twice in an Application the last one counts, as in DeduplicateTargetObjects
 * of Argo CD's application controller.
 */
final class Duplicates {
  private static final String TRIED = "putting the sources together";

  private final String namespace;
  private final List<KubernetesObject> objects;
  private final Map<List<String>, Boolean> clusterScoped;
  private final OpenApi builtin = new OpenApi();

  /**
   * @param namespace of objects that name none
   */
  Duplicates(List<KubernetesObject> objects, String namespace) {
    this.objects = objects;
    this.namespace = namespace;
    this.clusterScoped = scopes(objects);
  }

  /** The objects that count, in their order. */
  List<KubernetesObject> last(List<Problem> warnings) {
    Map<String, List<KubernetesObject>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < objects.size(); i++) {
      KubernetesObject object = objects.get(i);
      byKey.computeIfAbsent(key(object, i), _ -> new ArrayList<>()).add(object);
    }
    if (byKey.size() == objects.size()) {
      return objects;
    }
    List<KubernetesObject> kept = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      KubernetesObject object = objects.get(i);
      String key = key(object, i);
      List<KubernetesObject> all = byKey.getOrDefault(key, List.of());
      if (all.getLast() == object) {
        kept.add(object);
        if (all.size() > 1) {
          warnings.add(repeated(key, all));
        }
      }
    }
    return kept;
  }

  private static Problem repeated(String key, List<KubernetesObject> all) {
    return Problem.warning(
            TRIED,
            "Resource " + key + " appeared " + all.size() + " times among application resources.")
        .withPlace(all.getLast().node().position())
        .withAdvice(
            "Argo CD applies the last one; the first stands at "
                + all.getFirst().node().position()
                + ".");
  }

  /** Group, kind, namespace and name, joined as gitops-engine joins them. */
  private String key(KubernetesObject object, int index) {
    String name =
        object.name().isEmpty() && !object.generateName().isEmpty()
            ? object.generateName() + index
            : object.name();
    return String.join("/", object.group(), object.kind(), namespace(object), name);
  }

  private String namespace(KubernetesObject object) {
    boolean cluster =
        clusterScoped.getOrDefault(
            List.of(object.group(), object.kind()),
            builtin.isClusterScoped(new TypeName(object.apiVersion(), object.kind())));
    return cluster ? "" : object.namespace().isEmpty() ? namespace : object.namespace();
  }

  /** What the definitions among the objects say. */
  private static Map<List<String>, Boolean> scopes(List<KubernetesObject> objects) {
    Map<List<String>, Boolean> scopes = new LinkedHashMap<>();
    for (KubernetesObject object : objects) {
      if (object.kind().equals("CustomResourceDefinition")) {
        scopes.put(
            List.of(
                FieldPath.of("spec", "group").text(object.node()).orElse(""),
                FieldPath.of("spec", "names", "kind").text(object.node()).orElse("")),
            FieldPath.of("spec", "scope")
                .text(object.node())
                .filter("Cluster"::equals)
                .isPresent());
      }
    }
    return scopes;
  }
}
