package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.kustomization.KustomizationBuilder;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All overrides of one Application, as Argo CD's {@code spec.source.kustomize} has them.
 *
 * @param namePrefix takes the place of the kustomization's own; empty for none
 * @param nameSuffix takes the place of the kustomization's own; empty for none
 * @param namespace takes the place of the kustomization's own; empty for none
 * @param images in the form of {@code kustomize edit set image}
 * @param replicas counts by the workload's name
 * @param patches each the YAML of one entry of {@code patches}
 */
public record Overrides(
    String namePrefix,
    String nameSuffix,
    String namespace,
    List<String> images,
    Map<String, String> replicas,
    LabelOverrides labels,
    AnnotationOverrides annotations,
    List<String> patches,
    ComponentOverrides components) {
  public static final Overrides NONE =
      new Overrides(
          "",
          "",
          "",
          List.of(),
          Map.of(),
          LabelOverrides.NONE,
          AnnotationOverrides.NONE,
          List.of(),
          ComponentOverrides.NONE);

  public Overrides {
    images = List.copyOf(images);
    replicas = Map.copyOf(replicas);
    patches = List.copyOf(patches);
  }

  /** Whether nothing is changed. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /**
   * The kustomization as it is built, changed in the order in which Argo CD runs the commands.
   *
   * @param loader of the kustomization, to look for components
   * @throws BuildFailure where an override is malformed, or in the way of what is there
   */
  public Kustomization apply(Kustomization kustomization, Loader loader, KustomizeProfile profile) {
    Position place = Position.ofFile(kustomization.file());
    try {
      KustomizationBuilder changed = kustomization.toBuilder();
      if (!namePrefix.isEmpty()) {
        changed.namePrefix(namePrefix);
      }
      if (!nameSuffix.isEmpty()) {
        changed.nameSuffix(nameSuffix);
      }
      if (!images.isEmpty()) {
        changed.images(ImageOverride.merge(images, kustomization.images()));
      }
      if (!replicas.isEmpty()) {
        changed.replicas(ReplicaOverride.merge(replicas, kustomization.replicas(), place));
      }
      labels.apply(kustomization, changed, profile);
      changed.commonAnnotations(annotations.merge(kustomization.commonAnnotations()));
      if (!namespace.isEmpty()) {
        changed.namespace(namespace);
      }
      changed.patches(joined(kustomization.patches(), PatchOverride.read(patches, profile, place)));
      changed.components(
          joined(
              kustomization.components(),
              components.found(kustomization.components(), loader, place)));
      return changed.build();
    } catch (BuildFailure failure) {
      throw failure.at(place);
    }
  }

  private static <T> List<T> joined(List<T> present, List<T> added) {
    List<T> joined = new ArrayList<>(present);
    joined.addAll(added);
    return joined;
  }
}
