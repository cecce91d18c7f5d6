package io.agentsrender.kustomize.kustomization;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kustomization as it is built, deprecated fields moved to where they belong
 * (api/types/kustomization.go).
 *
 * @param file the file it was read from
 */
public record Kustomization(
    String file,
    String kind,
    String apiVersion,
    Map<String, String> openApi,
    String namePrefix,
    String nameSuffix,
    String namespace,
    Map<String, String> commonLabels,
    List<Label> labels,
    Map<String, String> commonAnnotations,
    List<Entry> patchesStrategicMerge,
    List<Patch> patchesJson6902,
    List<Patch> patches,
    List<Image> images,
    List<Replacement> replacements,
    List<Replica> replicas,
    List<Variable> vars,
    @Nullable SortOptions sortOptions,
    List<Entry> resources,
    List<Entry> components,
    List<Entry> crds,
    List<ConfigArgs> configMapGenerator,
    List<ConfigArgs> secretGenerator,
    HelmGlobals helmGlobals,
    List<HelmChart> helmCharts,
    @Nullable GeneratorOptions generatorOptions,
    List<Entry> configurations,
    List<Entry> generators,
    List<Entry> transformers,
    List<Entry> validators,
    List<String> buildMetadata) {
  public static final String KIND = "Kustomization";
  public static final String COMPONENT = "Component";

  public static final String ORIGIN_ANNOTATIONS = "originAnnotations";
  public static final String TRANSFORMER_ANNOTATIONS = "transformerAnnotations";
  public static final String MANAGED_BY_LABEL = "managedByLabel";

  public boolean isComponent() {
    return kind.equals(COMPONENT);
  }

  /** Starts from this one to make another. */
  public KustomizationBuilder toBuilder() {
    return new KustomizationBuilder(this);
  }
}
