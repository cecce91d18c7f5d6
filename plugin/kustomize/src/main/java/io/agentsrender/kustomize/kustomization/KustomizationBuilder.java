package io.agentsrender.kustomize.kustomization;

import java.util.List;
import java.util.Map;

/** Makes a kustomization that differs from another in a few fields. */
public final class KustomizationBuilder {
  private final Kustomization base;
  private String namePrefix;
  private String nameSuffix;
  private String namespace;
  private Map<String, String> commonLabels;
  private List<Label> labels;
  private Map<String, String> commonAnnotations;
  private List<Patch> patches;
  private List<Image> images;
  private List<Replica> replicas;
  private List<Entry> components;
  private List<String> buildMetadata;

  KustomizationBuilder(Kustomization base) {
    this.base = base;
    namePrefix = base.namePrefix();
    nameSuffix = base.nameSuffix();
    namespace = base.namespace();
    commonLabels = base.commonLabels();
    labels = base.labels();
    commonAnnotations = base.commonAnnotations();
    patches = base.patches();
    images = base.images();
    replicas = base.replicas();
    components = base.components();
    buildMetadata = base.buildMetadata();
  }

  public KustomizationBuilder namePrefix(String namePrefix) {
    this.namePrefix = namePrefix;
    return this;
  }

  public KustomizationBuilder nameSuffix(String nameSuffix) {
    this.nameSuffix = nameSuffix;
    return this;
  }

  public KustomizationBuilder namespace(String namespace) {
    this.namespace = namespace;
    return this;
  }

  public KustomizationBuilder commonLabels(Map<String, String> commonLabels) {
    this.commonLabels = commonLabels;
    return this;
  }

  public KustomizationBuilder labels(List<Label> labels) {
    this.labels = labels;
    return this;
  }

  public KustomizationBuilder commonAnnotations(Map<String, String> commonAnnotations) {
    this.commonAnnotations = commonAnnotations;
    return this;
  }

  public KustomizationBuilder patches(List<Patch> patches) {
    this.patches = patches;
    return this;
  }

  public KustomizationBuilder images(List<Image> images) {
    this.images = images;
    return this;
  }

  public KustomizationBuilder replicas(List<Replica> replicas) {
    this.replicas = replicas;
    return this;
  }

  public KustomizationBuilder components(List<Entry> components) {
    this.components = components;
    return this;
  }

  public KustomizationBuilder buildMetadata(List<String> buildMetadata) {
    this.buildMetadata = buildMetadata;
    return this;
  }

  public Kustomization build() {
    return new Kustomization(
        base.file(),
        base.kind(),
        base.apiVersion(),
        base.openApi(),
        namePrefix,
        nameSuffix,
        namespace,
        commonLabels,
        labels,
        commonAnnotations,
        base.patchesStrategicMerge(),
        base.patchesJson6902(),
        patches,
        images,
        base.replacements(),
        replicas,
        base.vars(),
        base.sortOptions(),
        base.resources(),
        components,
        base.crds(),
        base.configMapGenerator(),
        base.secretGenerator(),
        base.helmGlobals(),
        base.helmCharts(),
        base.generatorOptions(),
        base.configurations(),
        base.generators(),
        base.transformers(),
        base.validators(),
        buildMetadata);
  }
}
