package io.agentsrender.kustomize.order;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.GoStrings;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.KindOrder;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.kustomization.SortOptions;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorts resources by rank of their kind, type and name (builtins/SortOrderTransformer.go). */
public final class SortOrder {
  private static final String FIFO = "fifo";
  private static final String LEGACY = "legacy";

  private final KindOrder kinds;
  private final boolean coreNamespacesFirst;

  private SortOrder(KindOrder kinds, KustomizeProfile profile) {
    this.kinds = kinds;
    this.coreNamespacesFirst = profile.putsCoreNamespacesFirst();
  }

  /** The order where a kustomization says nothing. */
  public static void applyLegacy(ResourceSet resources, KustomizeProfile profile) {
    new SortOrder(KindOrder.LEGACY, profile).sort(resources);
  }

  /**
   * The order a kustomization asks for.
   *
   * @throws BuildFailure where there is no such order
   */
  public static void apply(SortOptions options, ResourceSet resources, KustomizeProfile profile) {
    try {
      if (!options.order().equals(FIFO) && !options.order().equals(LEGACY)) {
        throw BuildFailure.of("the field 'sortOptions.order' must be one of [fifo, legacy]");
      }
      if (options.order().equals(FIFO)) {
        if (options.legacy() != null) {
          throw BuildFailure.of(
              "the field 'sortOptions.legacySortOptions' is set but the selected sort order is"
                  + " 'fifo', not 'legacy'");
        }
        return;
      }
    } catch (BuildFailure failure) {
      throw failure.at(options.position());
    }
    KindOrder kinds =
        options.legacy() == null
            ? KindOrder.LEGACY
            : new KindOrder(options.legacy().first(), options.legacy().last());
    new SortOrder(kinds, profile).sort(resources);
  }

  /** A resource with what it is compared by. */
  private record Ranked(Resource resource, ResourceId id, String text) {}

  private void sort(ResourceSet resources) {
    List<Ranked> ranked = new ArrayList<>(resources.size());
    for (Resource resource : resources.list()) {
      ResourceId id = resource.id();
      ranked.add(new Ranked(resource, id, sortText(id)));
    }
    Comparator<Ranked> byText = Comparator.comparing(Ranked::text, GoStrings::compare);
    ranked.sort((a, b) -> {
      Gvk left = a.id.gvk();
      Gvk right = b.id.gvk();
      return left.isSame(right) ? byText.compare(a, b) : compare(left, right);
    });
    resources.replaceAll(ranked.stream().map(Ranked::resource).toList());
  }

  private int compare(Gvk a, Gvk b) {
    int byRank = Integer.compare(kinds.rank(a.kind()), kinds.rank(b.kind()));
    if (byRank != 0) {
      return byRank;
    }
    int byType = GoStrings.compare(a.sortText(), b.sortText());
    boolean namespaces =
        a.kind().equals("Namespace")
            && b.kind().equals("Namespace")
            && (a.group().isEmpty() || b.group().isEmpty());
    return coreNamespacesFirst && namespaces ? -byType : byType;
  }

  private static String sortText(ResourceId id) {
    return id.gvk()
        + "|"
        + (id.namespace().isEmpty() ? "~X" : id.namespace())
        + "|"
        + (id.name().isEmpty() ? "~N" : id.name());
  }
}
