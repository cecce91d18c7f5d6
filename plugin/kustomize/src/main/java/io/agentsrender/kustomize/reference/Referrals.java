package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.conversion.Passage;
import io.agentsrender.kustomize.node.conversion.Scalars;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources that names may mean, by the names they had. */
final class Referrals {
  private final Map<String, List<Candidate>> byPreviousName = new HashMap<>();
  private final List<Candidate> all = new ArrayList<>();

  /** A resource with what is asked of it again and again. */
  record Candidate(Resource resource, ResourceId id, List<ResourceId> previous) {

    /** The namespace it was in when it was read. */
    String originalNamespace() {
      return (previous.isEmpty() ? id : previous.getFirst()).effectiveNamespace();
    }
  }

  Referrals(List<Resource> resources) {
    for (Resource resource : resources) {
      Candidate candidate = new Candidate(resource, resource.id(), resource.previousIds());
      all.add(candidate);
      Set<String> names = new HashSet<>();
      for (ResourceId id : candidate.previous) {
        if (names.add(id.name())) {
          byPreviousName.computeIfAbsent(id.name(), _ -> new ArrayList<>()).add(candidate);
        }
      }
    }
  }

  List<Candidate> all() {
    return all;
  }

  /** Those that had the name once; what was never renamed is none of them. */
  List<Candidate> withPreviousName(String name) {
    return byPreviousName.getOrDefault(name, List.of());
  }

  Referrer forReferrer(Resource referrer) {
    return new Referrer(this, referrer, boundNamespaces(referrer));
  }

  /** The namespaces of a role binding's service accounts (resmap getNamespacesForRoleBinding). */
  private static Set<String> boundNamespaces(Resource referrer) {
    Set<String> namespaces = new HashSet<>();
    if (!referrer.kind().equals("RoleBinding")) {
      return namespaces;
    }
    MutableNode subjects = NodePath.find(referrer.node(), "subjects");
    if (subjects == null || !subjects.is(NodeKind.SEQUENCE)) {
      return namespaces;
    }
    for (MutableNode subject : subjects.content()) {
      MutableNode namespace = Fields.find(subject, "namespace");
      MutableNode kind = Fields.find(subject, "kind");
      if (namespace != null && kind != null && kind.value().equals("ServiceAccount")) {
        if (!namespace.is(NodeKind.SCALAR)
            || !(Scalars.value(namespace, Passage.DIRECT) instanceof String text)) {
          throw BuildFailure.of(
                  "Invalid Input: namespace is blank for resource \"" + referrer.id() + "\"")
              .at(namespace.position())
              .withAdvice("Give the namespace of the service account, or leave the field out.");
        }
        namespaces.add(text);
      }
    }
    return namespaces;
  }
}
