package io.agentsrender.check.repository;

import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.openapi.TypeName;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which objects have no namespace, as Kubernetes and the definitions of a repository have it. */
final class ClusterNames {
  private static final FieldPath GROUP = FieldPath.of("spec", "group");
  private static final FieldPath KIND = FieldPath.of("spec", "names", "kind");
  private static final FieldPath SCOPE = FieldPath.of("spec", "scope");

  private final OpenApi builtin = new OpenApi();
  private final Map<List<String>, Boolean> defined = new HashMap<>();

  ClusterNames(RepositorySubject subject) {
    subject
        .applications()
        .forEach(application ->
            application
                .render()
                .objects()
                .forEach(object ->
                    definedBy(object)
                        .ifPresent(type ->
                            defined.put(
                                type,
                                SCOPE.text(object.node()).filter("Cluster"::equals).isPresent()))));
  }

  /** Group and kind that a CustomResourceDefinition defines. */
  static Optional<List<String>> definedBy(KubernetesObject object) {
    return object.kind().equals("CustomResourceDefinition")
        ? Optional.of(
            List.of(GROUP.text(object.node()).orElse(""), KIND.text(object.node()).orElse("")))
        : Optional.empty();
  }

  boolean isClusterScoped(KubernetesObject object) {
    return defined.getOrDefault(
        List.of(object.group(), object.kind()),
        builtin.isClusterScoped(new TypeName(object.apiVersion(), object.kind())));
  }
}
