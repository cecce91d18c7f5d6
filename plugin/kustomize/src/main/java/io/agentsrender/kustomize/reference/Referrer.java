package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.reference.Referrals.Candidate;
import io.agentsrender.kustomize.resource.Resource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A resource with names in it, and what these can mean (api/filters/nameref/nameref.go). */
final class Referrer {
  private final Referrals referrals;
  private final Resource resource;
  private final ResourceId id;
  private final Set<String> boundNamespaces;

  /**
   * A name that stands in a map beside a namespace.
   *
   * @param namespace null where there is no such field
   */
  record MapForm(@Nullable String namespace) {}

  Referrer(Referrals referrals, Resource resource, Set<String> boundNamespaces) {
    this.referrals = referrals;
    this.resource = resource;
    this.id = resource.id();
    this.boundNamespaces = boundNamespaces;
  }

  /**
   * The resource that a name means; null where it means none that was renamed.
   *
   * @param map the form of the reference, if it is a map; then the namespace is taken over too
   */
  @Nullable Resource select(String name, Gvk target, String path, @Nullable MapForm map) {
    List<Candidate> named = referrals.withPreviousName(name);
    if (named.isEmpty()) {
      return null;
    }
    Predicate<Candidate> fits =
        inNamespaceOf(map)
            .and(this::isInReach)
            .and(candidate -> hadType(candidate, target))
            .and(roleReference(path))
            .and(this::isInSameNamespace);
    List<Candidate> found = named.stream().filter(fits).toList();
    if (found.size() == 1) {
      return found.getFirst().resource();
    }
    found = found.stream().filter(candidate -> hasSameAffixes(candidate, true)).toList();
    if (found.size() > 1) {
      found = found.stream().filter(candidate -> hasSameAffixes(candidate, false)).toList();
    }
    if (found.isEmpty()) {
      return null;
    }
    if (found.size() == 1 || areIdentical(found, map != null)) {
      return found.getFirst().resource();
    }
    throw BuildFailure.of(
            "found multiple possible referrals: "
                + found.stream()
                    .map(candidate -> candidate.id().toString())
                    .collect(Collectors.joining(", ")))
        .withAdvice("Give the objects different names, or build them in one kustomization.");
  }

  /**
   * First those that were in that namespace when they were read; if there are none, those now in
   * it.
   */
  private Predicate<Candidate> inNamespaceOf(@Nullable MapForm map) {
    String namespace = map == null ? null : map.namespace;
    if (namespace == null) {
      return _ -> true;
    }
    if (ResourceId.isNoNamespace(namespace)) {
      return _ -> false;
    }
    boolean original =
        referrals.all().stream()
            .anyMatch(candidate ->
                isInReach(candidate) && candidate.originalNamespace().equals(namespace));
    return original
        ? candidate -> candidate.originalNamespace().equals(namespace)
        : candidate -> candidate.id().effectiveNamespace().equals(namespace);
  }

  /** Whether the referrer can refer to it at all. */
  private boolean isInReach(Candidate candidate) {
    return id.isClusterScoped()
        || candidate.id().isClusterScoped()
        || candidate.id().isInNamespaceOf(id)
        || boundNamespaces.contains(candidate.id().namespace());
  }

  private static boolean hadType(Candidate candidate, Gvk type) {
    return candidate.previous().stream().anyMatch(id -> id.gvk().isSelectedBy(type));
  }

  /** A role binding says itself of which kind its role is. */
  private Predicate<Candidate> roleReference(String path) {
    if (!path.endsWith("roleRef/name")) {
      return _ -> true;
    }
    MutableNode reference = NodePath.find(resource.node(), "roleRef");
    MutableNode group = reference == null ? null : Fields.get(reference, "apiGroup");
    MutableNode kind = reference == null ? null : Fields.get(reference, "kind");
    if (group == null || kind == null) {
      return _ -> true;
    }
    Gvk type = Gvk.of(group.value(), "", kind.value());
    return candidate -> hadType(candidate, type);
  }

  private boolean isInSameNamespace(Candidate candidate) {
    return id.isClusterScoped()
        || candidate.id().isClusterScoped()
        || candidate.resource().kind().equals("ServiceAccount")
        || id.isInNamespaceOf(candidate.id());
  }

  private boolean hasSameAffixes(Candidate candidate, boolean lenient) {
    return candidate.resource().hasAffixesOf(resource, lenient);
  }

  private static boolean areIdentical(List<Candidate> candidates, boolean withNamespace) {
    Resource first = candidates.getFirst().resource();
    return candidates.stream()
        .map(Candidate::resource)
        .allMatch(other ->
            other.name().equals(first.name())
                && (!withNamespace || other.namespace().equals(first.namespace())));
  }
}
