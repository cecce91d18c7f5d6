package io.agentsrender.kustomize.fieldspec;

import io.agentsrender.kustomize.failure.BuildFailure;
import java.util.List;

/** Where each transformer works (builtinconfig/transformerconfig.go). */
public record TransformerConfig(
    List<FieldSpec> namePrefix,
    List<FieldSpec> nameSuffix,
    List<FieldSpec> namespace,
    List<FieldSpec> commonLabels,
    List<FieldSpec> labels,
    List<FieldSpec> templateLabels,
    List<FieldSpec> commonAnnotations,
    List<NameReference> nameReference,
    List<FieldSpec> varReference,
    List<FieldSpec> images,
    List<FieldSpec> replicas) {

  public static final TransformerConfig EMPTY =
      new TransformerConfig(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of());

  /**
   * This one and what it lacks of the other; specs of one rank keep their order. Merging into the
   * empty one is not for nothing: a spec for some kinds hides a later one for all, so that naming a
   * kind takes a built-in spec away from the others.
   */
  public TransformerConfig merge(TransformerConfig other) {
    if (other == EMPTY || other == this) {
      return this;
    }
    return new TransformerConfig(
            merge("NamePrefix", namePrefix, other.namePrefix),
            merge("NameSuffix", nameSuffix, other.nameSuffix),
            merge("NameSpace", namespace, other.namespace),
            merge("CommonLabels", commonLabels, other.commonLabels),
            merge("Labels", labels, other.labels),
            merge("TemplateLabels", templateLabels, other.templateLabels),
            merge("CommonAnnotations", commonAnnotations, other.commonAnnotations),
            BuildFailure.wrapping(
                "failed to merge NameReference fieldSpec",
                () -> NameReference.merge(nameReference, other.nameReference)),
            merge("VarReference", varReference, other.varReference),
            merge("Images", images, other.images),
            merge("Replicas", replicas, other.replicas))
        .sorted();
  }

  private static List<FieldSpec> merge(
      String name, List<FieldSpec> specs, List<FieldSpec> incoming) {
    return BuildFailure.wrapping(
        "failed to merge " + name + " fieldSpec", () -> FieldSpecs.merge(specs, incoming));
  }

  /** By the rank of their kinds. */
  public TransformerConfig sorted() {
    return new TransformerConfig(
        FieldSpecs.sorted(namePrefix),
        FieldSpecs.sorted(nameSuffix),
        FieldSpecs.sorted(namespace),
        FieldSpecs.sorted(commonLabels),
        FieldSpecs.sorted(labels),
        FieldSpecs.sorted(templateLabels),
        FieldSpecs.sorted(commonAnnotations),
        NameReference.sorted(nameReference),
        FieldSpecs.sorted(varReference),
        FieldSpecs.sorted(images),
        FieldSpecs.sorted(replicas));
  }
}
