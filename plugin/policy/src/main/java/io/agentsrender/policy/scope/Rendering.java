package io.agentsrender.policy.scope;

import io.agentsrender.manifest.KubernetesObject;
import java.util.List;

/** The objects of one render with the settings that hold for them. */
public record Rendering(List<KubernetesObject> objects, List<Scope> scopes, PolicyFacts facts) {
  public Rendering {
    objects = List.copyOf(objects);
    scopes = List.copyOf(scopes);
  }

  public Rendering withObjects(List<KubernetesObject> objects) {
    return new Rendering(objects, scopes, facts);
  }

  /** The objects of one scope, in their order. */
  public List<KubernetesObject> objects(Scope scope) {
    return objects.stream().filter(scope::covers).toList();
  }

  /** Where the object will stand; the kind may still turn out to have no namespace. */
  public String namespaceOf(KubernetesObject object) {
    if (!object.namespace().isEmpty()) {
      return object.namespace();
    }
    return scopes.stream()
        .filter(scope -> scope.covers(object))
        .map(Scope::namespace)
        .filter(namespace -> !namespace.isEmpty())
        .findFirst()
        .orElse(facts.namespace().isEmpty() ? "default" : facts.namespace());
  }
}
