package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.kustomization.KustomizationBuilder;
import io.agentsrender.kustomize.kustomization.Label;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code kustomize edit add label} (commands/edit/add/addmetadata.go).
 *
 * @param force whether those that the kustomization has may be replaced
 * @param withoutSelector leaves selectors alone: they become {@code labels}, not {@code
 *     commonLabels}
 * @param includeTemplates with {@code withoutSelector}: whether pod templates get them too
 */
public record LabelOverrides(
    Map<String, String> labels, boolean force, boolean withoutSelector, boolean includeTemplates) {
  static final LabelOverrides NONE = new LabelOverrides(Map.of(), false, false, false);
  private static final String KIND = "label";

  public LabelOverrides {
    labels = Map.copyOf(labels);
  }

  void apply(Kustomization kustomization, KustomizationBuilder changed, KustomizeProfile profile) {
    if (labels.isEmpty()) {
      return;
    }
    Map<String, String> pairs = MetadataOverride.pairs(labels, KIND);
    if (withoutSelector) {
      changed.labels(added(kustomization.labels(), pairs, profile));
      return;
    }
    if (includeTemplates) {
      throw BuildFailure.of(
              "--without-selector flag must be specified for --include-templates to work")
          .withAdvice("Set kustomize.labels-without-selector to true as well.");
    }
    changed.commonLabels(MetadataOverride.merge(kustomization.commonLabels(), pairs, KIND, force));
  }

  /** Into the first entry of the same sort, or as a new one. */
  private List<Label> added(
      List<Label> present, Map<String, String> pairs, KustomizeProfile profile) {
    List<Label> all = new ArrayList<>(present);
    if (profile.addsLabelsToPresentEntry()) {
      for (int i = 0; i < all.size(); i++) {
        Label entry = all.get(i);
        if (!entry.includeSelectors() && entry.includeTemplates() == includeTemplates) {
          Map<String, String> merged = MetadataOverride.merge(entry.pairs(), pairs, KIND, force);
          all.set(i, new Label(merged, false, includeTemplates, entry.fields(), entry.position()));
          return all;
        }
      }
    }
    all.add(new Label(pairs, false, includeTemplates, List.of(), null));
    return all;
  }
}
