package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.kustomization.Replacement;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.History;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.selector.LabelSelector;
import io.agentsrender.kustomize.selector.NamePatterns;
import io.agentsrender.kustomize.selector.ResourceSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which resources a replacement is for. */
final class TargetPicker {
  private final Predicate<ResourceId> selects;
  private final Predicate<Resource> selectsByLabels;
  private final List<Predicate<ResourceId>> rejects = new ArrayList<>();
  private final List<Predicate<Resource>> rejectsByLabels = new ArrayList<>();

  private TargetPicker(
      ResourceSelector select, List<ResourceSelector> reject, KustomizeProfile profile) {
    selects = ids(select, profile);
    selectsByLabels = labels(select);
    for (ResourceSelector rejected : reject) {
      if (!rejected.id().isEmpty()) {
        rejects.add(ids(rejected, profile));
      }
      if (!rejected.annotationSelector().isEmpty() || !rejected.labelSelector().isEmpty()) {
        rejectsByLabels.add(labels(rejected));
      }
    }
  }

  static TargetPicker of(Replacement.Target target, KustomizeProfile profile) {
    @Nullable ResourceSelector select = target.select();
    if (select == null) {
      throw new IllegalArgumentException("a target without a selector");
    }
    return new TargetPicker(select, target.reject(), profile);
  }

  private static Predicate<ResourceId> ids(ResourceSelector selector, KustomizeProfile profile) {
    if (!profile.picksReplacementTargetsByPattern()) {
      return id -> id.isSelectedBy(selector.id());
    }
    NamePatterns patterns = new NamePatterns(selector.id());
    return id ->
        patterns.matchesGvk(id.gvk())
            && patterns.matchesName(id.name())
            && patterns.matchesNamespace(id.namespace());
  }

  private static Predicate<Resource> labels(ResourceSelector selector) {
    LabelSelector annotations = LabelSelector.parse(selector.annotationSelector());
    LabelSelector labels = LabelSelector.parse(selector.labelSelector());
    return resource ->
        annotations.matches(resource.annotations()) && labels.matches(resource.labels());
  }

  /** Any id, present or previous, is enough to be selected, and to be rejected. */
  boolean picks(Resource resource) {
    if (!selectsByLabels.test(resource)
        || rejectsByLabels.stream().anyMatch(rejected -> rejected.test(resource))) {
      return false;
    }
    List<ResourceId> ids = History.unscopedIds(resource.node());
    return ids.stream().anyMatch(selects)
        && rejects.stream().noneMatch(rejected -> ids.stream().anyMatch(rejected));
  }
}
