package io.agentsrender.kustomize;

import io.agentsrender.kustomize.chart.ChartCapabilities;
import io.agentsrender.kustomize.chart.ChartInflator;
import io.agentsrender.kustomize.load.LoadRestriction;
import io.agentsrender.kustomize.override.Overrides;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.DocumentCache;
import io.agentsrender.source.Budget;
import io.agentsrender.source.RemoteSource;
import java.util.Optional;

/**
 * How to build a kustomization. The defaults are those of {@code kustomize build}; charts and
 * remote entries are refused.
 *
 * @param restriction {@code --load-restrictor}
 * @param reorder {@code --reorder}
 * @param managedByLabel whether to add the label as {@code buildMetadata: [managedByLabel]} does
 * @param charts renders charts; empty without {@code --enable-helm}
 * @param capabilities {@code --helm-kube-version} and {@code --helm-api-versions}
 * @param overrides change the kustomization that is built, after it was read
 */
public record KustomizeOptions(
    KustomizeProfile profile,
    LoadRestriction restriction,
    Reorder reorder,
    boolean managedByLabel,
    Optional<ChartInflator> charts,
    ChartCapabilities capabilities,
    RemoteSource remotes,
    DocumentCache cache,
    Budget budget,
    Overrides overrides) {

  /** The order of the output, unless the kustomization says one. */
  public enum Reorder {
    /** By kind, as the command line does. */
    LEGACY,
    /** As loaded. */
    NONE
  }

  public static final KustomizeOptions DEFAULT =
      new KustomizeOptions(
          KustomizeProfile.DEFAULT,
          LoadRestriction.ROOT_ONLY,
          Reorder.LEGACY,
          false,
          Optional.empty(),
          ChartCapabilities.NONE,
          RemoteSource.refusing(),
          DocumentCache.none(),
          Budget.DEFAULT,
          Overrides.NONE);

  public KustomizeOptions withProfile(KustomizeProfile profile) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withRestriction(LoadRestriction restriction) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withReorder(Reorder reorder) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withManagedByLabel(boolean managedByLabel) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withCharts(ChartInflator charts, ChartCapabilities capabilities) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        Optional.of(charts),
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withRemotes(RemoteSource remotes) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withCache(DocumentCache cache) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withBudget(Budget budget) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }

  public KustomizeOptions withOverrides(Overrides overrides) {
    return new KustomizeOptions(
        profile,
        restriction,
        reorder,
        managedByLabel,
        charts,
        capabilities,
        remotes,
        cache,
        budget,
        overrides);
  }
}
