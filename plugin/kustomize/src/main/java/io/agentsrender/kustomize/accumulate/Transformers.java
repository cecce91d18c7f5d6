package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecs;
import io.agentsrender.kustomize.fieldspec.TransformerConfig;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.kustomization.Label;
import io.agentsrender.kustomize.kustomization.reader.ReplacementFiles;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.reference.ReplacementTransformer;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.transform.AffixTransformer;
import io.agentsrender.kustomize.transform.MetadataTransformer;
import io.agentsrender.kustomize.transform.NamespaceTransformer;
import io.agentsrender.kustomize.transform.ReplicaTransformer;
import io.agentsrender.kustomize.transform.Transformer;
import io.agentsrender.kustomize.transform.image.ImageTransformer;
import io.agentsrender.kustomize.transform.patch.JsonPatchTransformer;
import io.agentsrender.kustomize.transform.patch.PatchTransformer;
import io.agentsrender.kustomize.transform.patch.StrategicMergePatches;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a kustomization does to the resources it has, in kustomize's order. */
final class Transformers {
  private static final FieldSpec METADATA_LABELS = FieldSpec.of("metadata/labels", true);

  private final Target target;
  private final List<Step> steps = new ArrayList<>();

  /** One transformer; its configuration has been read, and stands at the position if it has one. */
  record Step(Transformer transformer, @Nullable Origin origin, @Nullable Position position) {
    void run(ResourceSet resources, Meter meter) {
      try {
        transformer.transform(resources, meter);
      } catch (BuildFailure failure) {
        throw failure.at(position);
      }
    }
  }

  Transformers(Target target) {
    this.target = target;
  }

  void run(Accumulator accumulator) {
    addBuiltin(accumulator.config());
    steps.addAll(new Plugins(target).transformers(target.kustomization().transformers()));
    ResourceSet resources = accumulator.resources();
    for (Step step : steps) {
      target.context().meter().step(10L + 10L * resources.size());
      step.run(resources, target.context().meter());
      record(step.origin, resources);
      resources.dropEmpty();
    }
  }

  /** What has no origin yet was made by the transformer itself. */
  private static void record(@Nullable Origin origin, ResourceSet resources) {
    if (origin == null) {
      return;
    }
    for (Resource resource : resources.list()) {
      if (resource.originAnnotation() == null) {
        resource.setOriginAnnotation(origin.text());
      } else {
        resource.addTransformation(origin.listText());
      }
    }
  }

  private void add(String kind, Transformer transformer) {
    Origin origin = target.origin();
    steps.add(
        new Step(
            transformer, origin == null ? null : origin.ofBuiltin(kind, target.fileName()), null));
  }

  private void addBuiltin(TransformerConfig config) {
    Kustomization kustomization = target.kustomization();
    addPatches(kustomization);
    if (!kustomization.namespace().isEmpty()) {
      add(
          "NamespaceTransformer",
          new NamespaceTransformer(
              kustomization.namespace(),
              config.namespace(),
              false,
              NamespaceTransformer.Subjects.DEFAULT_ONLY,
              target.context().profile().givesChartsTheNamespace()));
    }
    if (!kustomization.namePrefix().isEmpty()) {
      add(
          "PrefixTransformer",
          AffixTransformer.ofPrefix(kustomization.namePrefix(), config.namePrefix()));
    }
    if (!kustomization.nameSuffix().isEmpty()) {
      add(
          "SuffixTransformer",
          AffixTransformer.ofSuffix(kustomization.nameSuffix(), config.nameSuffix()));
    }
    addLabels(kustomization, config);
    if (!kustomization.commonAnnotations().isEmpty()) {
      add(
          "AnnotationsTransformer",
          new MetadataTransformer(kustomization.commonAnnotations(), config.commonAnnotations()));
    }
    Loader loader = target.loader();
    kustomization
        .patchesJson6902()
        .forEach(patch -> add("PatchJson6902Transformer", new JsonPatchTransformer(patch, loader)));
    kustomization
        .replicas()
        .forEach(replica ->
            add("ReplicaCountTransformer", new ReplicaTransformer(replica, config.replicas())));
    kustomization
        .images()
        .forEach(image -> add("ImageTagTransformer", new ImageTransformer(image, config.images())));
    if (!kustomization.replacements().isEmpty()) {
      KustomizeProfile profile = target.context().profile();
      add(
          "ReplacementTransformer",
          new ReplacementTransformer(
              ReplacementFiles.load(kustomization.replacements(), loader, profile), profile));
    }
  }

  private void addPatches(Kustomization kustomization) {
    ResourceReader reader = target.context().reader();
    if (!kustomization.patchesStrategicMerge().isEmpty()) {
      Position first = kustomization.patchesStrategicMerge().getFirst().position();
      add(
          "PatchStrategicMergeTransformer",
          new StrategicMergePatches(
              kustomization.patchesStrategicMerge(), "", first, target.loader(), reader));
    }
    KustomizeProfile profile = target.context().profile();
    kustomization
        .patches()
        .forEach(patch ->
            add("PatchTransformer", new PatchTransformer(patch, target.loader(), reader, profile)));
  }

  private void addLabels(Kustomization kustomization, TransformerConfig config) {
    if (kustomization.labels().isEmpty() && kustomization.commonLabels().isEmpty()) {
      return;
    }
    for (Label label : kustomization.labels()) {
      List<FieldSpec> specs =
          BuildFailure.wrapping("failed to merge labels", () -> placed(label, config));
      add("LabelTransformer", new MetadataTransformer(label.pairs(), specs));
    }
    add(
        "LabelTransformer",
        new MetadataTransformer(kustomization.commonLabels(), config.commonLabels()));
  }

  private static List<FieldSpec> placed(Label label, TransformerConfig config) {
    try {
      return specs(label, config);
    } catch (BuildFailure failure) {
      throw failure.at(label.position());
    }
  }

  private static List<FieldSpec> specs(Label label, TransformerConfig config) {
    List<FieldSpec> specs = FieldSpecs.merge(label.fields(), config.labels());
    if (label.includeSelectors()) {
      return FieldSpecs.merge(specs, config.commonLabels());
    }
    if (label.includeTemplates()) {
      List<FieldSpec> before = specs;
      specs =
          BuildFailure.wrapping(
              "failed to merge template fieldSpec",
              () -> FieldSpecs.merge(before, config.templateLabels()));
    }
    return FieldSpecs.merge(specs, List.of(METADATA_LABELS));
  }
}
