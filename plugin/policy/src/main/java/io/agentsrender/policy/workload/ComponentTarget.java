package io.agentsrender.policy.workload;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component of a release as it was rendered.
 *
 * @param container the name of the one container that is the component
 */
public record ComponentTarget(
    ImageComponent component, KubernetesObject workload, String container) {
  private static final List<String> USUAL = List.of("controlPlane", "controllers");

  /** The listed components, or the usual two as far as the values have an image for them. */
  public static List<ImageComponent> components(Scope scope) {
    List<ImageComponent> listed = scope.settings().images().components();
    if (!listed.isEmpty()) {
      return listed;
    }
    List<ImageComponent> usual = new ArrayList<>();
    for (String name : USUAL) {
      FieldPath.of(name, "image")
          .map(scope.values())
          .ifPresent(image ->
              usual.add(
                  new ImageComponent(
                      new PlacedText(name, image.position()),
                      Optional.empty(),
                      Optional.empty(),
                      new PlacedText(name + ".image", image.position()))));
    }
    return usual;
  }

  /** Whether the values turn the component off: then nobody misses its workload. */
  public static boolean isOff(Scope scope, ImageComponent component) {
    return !component.block().isEmpty()
        && at(scope.values(), component.block() + ".enabled")
            .map(node -> node instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value()))
            .orElse(false);
  }

  /** The component among the objects; empty where it has no workload or no container. */
  public static Optional<ComponentTarget> find(
      Rendering rendering, Scope scope, ImageComponent component) {
    List<KubernetesObject> workloads =
        rendering.objects(scope).stream()
            .filter(object -> PodTemplate.of(object).isPresent())
            .toList();
    List<KubernetesObject> named =
        component
            .workload()
            .map(name ->
                workloads.stream().filter(object -> object.name().equals(name.text())).toList())
            .orElseGet(() ->
                ComponentSelection.select(
                    component.name().text(),
                    workloads.stream().filter(it -> !WorkloadKinds.isHook(it)).toList(),
                    scope.release()));
    return named.stream().findFirst().flatMap(workload -> in(component, workload));
  }

  private static Optional<ComponentTarget> in(ImageComponent component, KubernetesObject workload) {
    List<String> names =
        PodTemplate.of(workload).orElseThrow().containers().stream()
            .flatMap(container -> Nodes.text(container.get("name")).stream())
            .toList();
    Optional<String> wanted = component.container().map(PlacedText::text);
    return wanted
        .filter(names::contains)
        .or(() -> wanted.isPresent() ? Optional.empty() : main(component, workload))
        .map(container -> new ComponentTarget(component, workload, container));
  }

  /** The container that bears the component's or the workload's name, else the first. */
  private static Optional<String> main(ImageComponent component, KubernetesObject workload) {
    List<String> names =
        PodTemplate.of(workload).orElseThrow().mainContainers().stream()
            .flatMap(container -> Nodes.text(container.get("name")).stream())
            .toList();
    String name = component.name().text();
    return Stream.of(name, ComponentSelection.dashed(name), workload.name())
        .filter(names::contains)
        .findFirst()
        .or(() -> names.stream().findFirst());
  }

  /** Whether this is the component's container. */
  public boolean is(MapNode node) {
    return Nodes.text(node.get("name")).map(container::equals).orElse(false);
  }

  /** For messages. */
  public String describe() {
    return "container " + container + " of " + workload.describe();
  }

  /** What the values have at a path with dots. */
  public static Optional<Node> at(MapNode values, String path) {
    return new FieldPath(List.of(path.split("\\.", -1))).get(values);
  }
}
