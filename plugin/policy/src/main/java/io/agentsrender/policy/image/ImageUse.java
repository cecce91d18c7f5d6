package io.agentsrender.policy.image;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.image.ImageValues.Choice;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.workload.ComponentTarget;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of the table of images.
 *
 * @param workload as people name it
 * @param place of the image in the manifest or template
 * @param parts where the values have them; empty where nothing tells which values made the image
 */
public record ImageUse(
    String image, String workload, String container, Position place, List<Part> parts) {
  private static final List<String> FIELDS = List.of("repository", "tag", "digest");

  /**
   * One field of an image.
   *
   * @param step the path of values that won, such as {@code controlPlane.image.tag}
   * @param place of the value that won
   */
  public record Part(String field, String value, String step, Position place) {}

  public ImageUse {
    parts = List.copyOf(parts);
  }

  /** Every image of every container, in the order of the objects. */
  public static List<ImageUse> of(Rendering rendering) {
    List<ImageUse> table = new ArrayList<>();
    for (KubernetesObject object : rendering.objects()) {
      PodTemplate.of(object).ifPresent(template -> add(rendering, template, table));
    }
    return table;
  }

  private static void add(Rendering rendering, PodTemplate template, List<ImageUse> table) {
    for (MapNode container : template.containers()) {
      Node image = container.get("image");
      if (image != null && Nodes.text(image).isPresent()) {
        String text = Nodes.text(image).get();
        table.add(
            new ImageUse(
                text,
                template.owner().describe(),
                Nodes.text(container.get("name")).orElse(""),
                image.position(),
                parts(rendering, template.owner(), container, text)));
      }
    }
  }

  private static List<Part> parts(
      Rendering rendering, KubernetesObject workload, MapNode container, String image) {
    for (Scope scope : rendering.scopes()) {
      for (ImageComponent component :
          scope.covers(workload) ? ComponentTarget.components(scope) : List.<ImageComponent>of()) {
        Optional<ComponentTarget> target = ComponentTarget.find(rendering, scope, component);
        if (target.isPresent()
            && target.get().workload() == workload
            && target.get().is(container)) {
          return parts(new ImageValues(scope.values(), component), ImageReference.parse(image));
        }
      }
    }
    return List.of();
  }

  /** Only values that are really in the image: a chart may have made it of others. */
  private static List<Part> parts(ImageValues values, ImageReference image) {
    List<Part> parts = new ArrayList<>();
    for (String field : FIELDS) {
      Optional<Choice> choice = values.field(field);
      String rendered =
          switch (field) {
            case "repository" -> image.repository();
            case "tag" -> image.tag();
            default -> image.digest();
          };
      choice
          .filter(found -> found.text().equals(rendered))
          .ifPresent(found -> parts.add(new Part(field, found.text(), found.step(), found.at())));
    }
    return parts;
  }
}
