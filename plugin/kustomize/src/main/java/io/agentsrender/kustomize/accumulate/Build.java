package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.node.path.ObjectFields;
import io.agentsrender.kustomize.order.SortOrder;
import io.agentsrender.kustomize.override.Overrides;
import io.agentsrender.kustomize.reference.NameReferences;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.transform.HashTransformer;
import io.agentsrender.kustomize.transform.MetadataTransformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A whole build: the outermost kustomization, and what is done once at the end
 * (krusty/kustomizer.go).
 */
public final class Build {
  private static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";
  private static final FieldSpec METADATA_LABELS = FieldSpec.of("metadata/labels", true);

  private final BuildContext context;
  private final boolean sorted;
  private final boolean managedByLabel;

  /**
   * @param sorted whether the output has kustomize's own order where the kustomization says none
   */
  public Build(BuildContext context, boolean sorted, boolean managedByLabel) {
    this.context = context;
    this.sorted = sorted;
    this.managedByLabel = managedByLabel;
  }

  /**
   * The finished resources in order.
   *
   * @param overrides change the kustomization after it was read
   * @throws BuildFailure where it cannot be built
   */
  public List<Resource> run(Loader loader, Overrides overrides) {
    Kustomization read = KustomizationFile.read(loader, context, !overrides.isEmpty());
    Kustomization kustomization = overrides.apply(read, loader, context.profile());
    Target target = Target.outermost(context, loader, kustomization);
    Accumulator accumulator = target.accumulate();
    ResourceSet resources = accumulator.resources();
    new HashTransformer().transform(resources, context.meter());
    context.meter().step(100L * resources.size());
    NameReferences.repair(accumulator.config().nameReference(), resources);
    accumulator
        .variables()
        .resolve(resources, accumulator.config().varReference(), context.meter());
    dropLocal(resources);
    sort(kustomization, resources);
    label(kustomization, resources);
    clean(kustomization, resources);
    return resources.list();
  }

  /**
   * api/resource/factory.go DropLocalNodes, which is also where a name that was patched away is
   * missed.
   */
  private static void dropLocal(ResourceSet resources) {
    List<Resource> kept = new ArrayList<>(resources.size());
    for (Resource resource : resources.list()) {
      if (!resource.node().isEmpty()) {
        ResourceReader.requireObject(resource.node(), resource.provenance().position());
        if (!isLocal(resource)) {
          kept.add(resource);
        }
      }
    }
    if (kept.size() < resources.size()) {
      resources.replaceAll(kept);
    }
  }

  /** Objects for tools, not for clusters. */
  private static boolean isLocal(Resource resource) {
    String mark = ObjectFields.annotation(resource.node(), LOCAL_CONFIG);
    return mark != null && !mark.equals("false");
  }

  private void sort(Kustomization kustomization, ResourceSet resources) {
    if (kustomization.sortOptions() != null) {
      SortOrder.apply(kustomization.sortOptions(), resources, context.profile());
    } else if (sorted) {
      SortOrder.applyLegacy(resources, context.profile());
    }
  }

  private void label(Kustomization kustomization, ResourceSet resources) {
    if (managedByLabel || kustomization.buildMetadata().contains(Kustomization.MANAGED_BY_LABEL)) {
      String value = "kustomize-v" + context.profile().version();
      new MetadataTransformer(
              Map.of("app.kubernetes.io/managed-by", value), List.of(METADATA_LABELS))
          .transform(resources, context.meter());
    }
  }

  private static void clean(Kustomization kustomization, ResourceSet resources) {
    boolean origins = kustomization.buildMetadata().contains(Kustomization.ORIGIN_ANNOTATIONS);
    boolean transformations =
        kustomization.buildMetadata().contains(Kustomization.TRANSFORMER_ANNOTATIONS);
    resources.list().forEach(resource -> resource.clean(!origins, !transformations));
  }
}
