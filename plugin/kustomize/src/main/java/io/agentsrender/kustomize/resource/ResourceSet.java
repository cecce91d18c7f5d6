package io.agentsrender.kustomize.resource;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.IdKey;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.selector.LabelSelector;
import io.agentsrender.kustomize.selector.NamePatterns;
import io.agentsrender.kustomize.selector.ResourceSelector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Resources in the order in which they were loaded, no two of one id (api/resmap/reswrangler.go).
 */
public final class ResourceSet {
  private List<Resource> resources = new ArrayList<>();

  public ResourceSet() {}

  /**
   * @throws BuildFailure where two have one id
   */
  public ResourceSet(List<Resource> resources) {
    addAll(resources);
  }

  /** A snapshot; later changes of the set do not show. */
  public List<Resource> list() {
    return List.copyOf(resources);
  }

  public int size() {
    return resources.size();
  }

  /**
   * Adds at the end.
   *
   * @throws BuildFailure where one's id is there already
   */
  public void addAll(List<Resource> added) {
    Set<IdKey> known = HashSet.newHashSet(resources.size() + added.size());
    resources.forEach(resource -> known.add(IdKey.of(resource.id())));
    for (Resource resource : added) {
      ResourceId id = resource.id();
      if (!known.add(IdKey.of(id))) {
        throw alreadyRegistered(resource, id);
      }
      resources.add(resource);
    }
  }

  private static BuildFailure alreadyRegistered(Resource resource, ResourceId id) {
    return BuildFailure.of("may not add resource with an already registered id: " + id)
        .at(resource.provenance().position())
        .withAdvice("Another resource has this kind, name and namespace; rename or remove one.");
  }

  public void addAll(ResourceSet added) {
    addAll(added.resources);
  }

  /** Puts the resources in another order or leaves some out. */
  public void replaceAll(List<Resource> replacement) {
    resources = new ArrayList<>();
    addAll(replacement);
  }

  /**
   * @throws BuildFailure where two have come to one id
   */
  public void requireDistinct() {
    replaceAll(list());
  }

  public void dropEmpty() {
    resources.removeIf(Resource::isEmpty);
  }

  /** Those with any id, present or previous, that fits. */
  public List<Resource> withAnyId(Predicate<ResourceId> fits) {
    List<Resource> found = new ArrayList<>();
    for (Resource resource : resources) {
      if (!resource.isEmpty()
          && (fits.test(resource.id()) || resource.previousIds().stream().anyMatch(fits))) {
        found.add(resource);
      }
    }
    return found;
  }

  /**
   * The one resource with that id, present or previous.
   *
   * @throws BuildFailure where there is none or several
   */
  public Resource theOneWith(ResourceId id) {
    List<Resource> found = withAnyId(id::isSame);
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw BuildFailure.of(
        (found.isEmpty() ? "no matches for Id " : "multiple matches for Id ")
            + id
            + "; failed to find unique target for patch "
            + id);
  }

  /** Those that a patch or transformer is for. */
  public List<Resource> select(ResourceSelector selector) {
    NamePatterns patterns = new NamePatterns(selector.id());
    LabelSelector labels = LabelSelector.parse(selector.labelSelector());
    LabelSelector annotations = LabelSelector.parse(selector.annotationSelector());
    List<Resource> selected = new ArrayList<>();
    for (Resource resource : resources) {
      ResourceId id = resource.id();
      ResourceId original = resource.originalId();
      if ((patterns.matchesNamespace(original.effectiveNamespace())
              || patterns.matchesNamespace(id.effectiveNamespace()))
          && (patterns.matchesName(original.name()) || patterns.matchesName(id.name()))
          && patterns.matchesGvk(id.gvk())
          && labels.matches(resource.labels())
          && annotations.matches(resource.annotations())) {
        selected.add(resource);
      }
    }
    return selected;
  }

  /** Applies a patch to each of the given resources. */
  public void apply(Resource patch, List<Resource> targets) {
    Set<ResourceId> ids = new HashSet<>();
    targets.forEach(target -> ids.add(target.id()));
    List<Resource> kept = new ArrayList<>(resources.size());
    for (Resource resource : resources) {
      if (ids.contains(resource.id())) {
        resource.apply(forTarget(patch, resource));
      }
      if (!resource.isEmpty()) {
        kept.add(resource);
      }
    }
    replaceAll(kept);
  }

  /** The patch as one of the target's type; its kind is its own, for patches that may change it. */
  private static Resource forTarget(Resource patch, Resource target) {
    Resource copy = patch.copy();
    copy.takeMetadataOf(patch);
    copy.setApiVersionOf(target);
    return copy;
  }

  /**
   * Adds generated resources, or merges them into those that exist, as each one says.
   *
   * @throws BuildFailure where one exists that should not, or does not that should
   */
  public void absorbAll(ResourceSet generated) {
    for (Resource resource : generated.resources) {
      absorb(resource);
    }
  }

  private void absorb(Resource resource) {
    ResourceId id = resource.id();
    List<Resource> found = withAnyId(id::isSame);
    Behavior behavior = resource.behavior();
    if (found.isEmpty()) {
      if (behavior == Behavior.MERGE || behavior == Behavior.REPLACE) {
        throw BuildFailure.of(goId(id) + " does not exist; cannot merge or replace")
            .at(resource.provenance().position());
      }
      resources.add(resource);
      return;
    }
    if (found.size() > 1) {
      throw BuildFailure.of("found multiple objects that could accept merge of " + id)
          .at(resource.provenance().position());
    }
    Resource old = found.getFirst();
    switch (behavior) {
      case REPLACE -> resource.takeMetadataOf(old);
      case MERGE -> {
        String origin = old.originAnnotation();
        resource.takeMetadataOf(old);
        ConfigData.merge(old.node(), resource.node());
        if (origin != null) {
          resource.setOriginAnnotation(origin);
        }
      }
      default ->
          throw BuildFailure.of(
                  goId(id)
                      + " exists; can not use behavior: '"
                      + behavior
                      + "', behavior must be merge or replace")
              .at(resource.provenance().position());
    }
    resources.set(resources.indexOf(old), resource);
  }

  private static String goId(ResourceId id) {
    return "id " + id;
  }
}
