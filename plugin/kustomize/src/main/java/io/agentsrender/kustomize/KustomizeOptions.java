package io.agentsrender.kustomize;

import io.agentsrender.kustomize.chart.ChartCapabilities;
import io.agentsrender.kustomize.chart.ChartInflator;
import io.agentsrender.kustomize.load.LoadRestriction;
import io.agentsrender.kustomize.override.Overrides;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.DocumentCache;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.port.RemoteSource;
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

  public static final KustomizeOptions DEFAULT = builder().build();

  public static Builder builder() {
    return new Builder();
  }

  /** Begins with the defaults. */
  public static final class Builder {
    private KustomizeProfile profile = KustomizeProfile.DEFAULT;
    private LoadRestriction restriction = LoadRestriction.ROOT_ONLY;
    private Reorder reorder = Reorder.LEGACY;
    private boolean managedByLabel;
    private Optional<ChartInflator> charts = Optional.empty();
    private ChartCapabilities capabilities = ChartCapabilities.NONE;
    private RemoteSource remotes = RemoteSource.refusing();
    private DocumentCache cache = DocumentCache.none();
    private Budget budget = Budget.DEFAULT;
    private Overrides overrides = Overrides.NONE;

    private Builder() {}

    public Builder profile(KustomizeProfile profile) {
      this.profile = profile;
      return this;
    }

    public Builder restriction(LoadRestriction restriction) {
      this.restriction = restriction;
      return this;
    }

    public Builder reorder(Reorder reorder) {
      this.reorder = reorder;
      return this;
    }

    public Builder managedByLabel(boolean managedByLabel) {
      this.managedByLabel = managedByLabel;
      return this;
    }

    /** Renders charts, and says of which cluster. */
    public Builder charts(ChartInflator charts, ChartCapabilities capabilities) {
      this.charts = Optional.of(charts);
      this.capabilities = capabilities;
      return this;
    }

    public Builder remotes(RemoteSource remotes) {
      this.remotes = remotes;
      return this;
    }

    public Builder cache(DocumentCache cache) {
      this.cache = cache;
      return this;
    }

    public Builder budget(Budget budget) {
      this.budget = budget;
      return this;
    }

    public Builder overrides(Overrides overrides) {
      this.overrides = overrides;
      return this;
    }

    public KustomizeOptions build() {
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
}
