package io.agentsrender.policy.image;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.image.ImageValues.Choice;
import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.scope.UnknownNames;
import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.settings.ImagePolicy.Precedence;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.policy.workload.ComponentTarget;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the images of components as the values have them, whatever the chart makes of these. */
public final class ImagePrecedence implements Policy {
  private static final String TRIED = "applying imagePolicy.components";

  @Override
  public Outcome apply(Rendering rendering) {
    Rendering changed = rendering;
    List<Problem> problems = new ArrayList<>();
    UnknownNames unknown = new UnknownNames();
    for (Scope scope : rendering.scopes()) {
      Map<String, ImageComponent> written = new HashMap<>();
      if (scope.settings().images().precedence() == Precedence.COMPONENT) {
        for (ImageComponent component : ComponentTarget.components(scope)) {
          Optional<ComponentTarget> target = ComponentTarget.find(changed, scope, component);
          boolean listed = !scope.settings().images().components().isEmpty();
          if (listed) {
            boolean known = target.isPresent() || ComponentTarget.isOff(scope, component);
            unknown.saw(component.name(), known && scope.release().isPresent());
          }
          if (target.isPresent() && scope.release().isPresent()) {
            ImageComponent other = written.putIfAbsent(target.get().describe(), component);
            if (other != null) {
              problems.add(twice(component, other, target.get()));
              continue;
            }
            changed = write(changed, scope, target.get(), problems);
          }
        }
      }
    }
    unknown.names().forEach(name -> problems.add(absent(name)));
    return new Outcome(changed.objects(), problems);
  }

  private static Rendering write(
      Rendering rendering, Scope scope, ComponentTarget target, List<Problem> problems) {
    ImageValues values = new ImageValues(scope.values(), target.component());
    Optional<Choice> repository = values.field("repository");
    Optional<Choice> tag = values.field("tag");
    Optional<Choice> digest = values.field("digest");
    if (repository.isEmpty() || tag.isEmpty()) {
      problems.add(empty(target.component(), repository.isEmpty() ? "repository" : "tag"));
      return rendering;
    }
    if (digest.isPresent() && !ImageReference.isDigest(digest.get().text())) {
      problems.add(malformed(digest.get()));
      return rendering;
    }
    if (tag.get().text().contains("@")) {
      problems.add(digestInTag(tag.get()));
      return rendering;
    }
    values.blank().forEach(blank -> problems.add(blank(blank)));
    String image =
        new ImageReference(
                repository.get().text(), tag.get().text(), digest.map(Choice::text).orElse(""))
            .toString();
    KubernetesObject changed =
        PodTemplate.of(target.workload())
            .orElseThrow()
            .withContainers(node -> target.is(node) ? withImage(node, image) : node);
    Optional<ListNode> secrets = values.pullSecrets();
    if (secrets.isPresent()) {
      changed = PodTemplate.of(changed).orElseThrow().withField("imagePullSecrets", secrets.get());
    }
    KubernetesObject after = changed;
    return rendering.withObjects(
        rendering.objects().stream()
            .map(object -> object == target.workload() ? after : object)
            .toList());
  }

  private static MapNode withImage(MapNode container, String image) {
    return Nodes.text(container.get("image")).map(image::equals).orElse(false)
        ? container
        : container.with(
            Nodes.text("image", container.position()), Nodes.text(image, container.position()));
  }

  private static Problem empty(ImageComponent component, String field) {
    return Problem.error(
            TRIED,
            "the "
                + field
                + " of "
                + component.values()
                + " is empty, and so is "
                + ImageValues.ROOT
                + "."
                + field)
        .withPlace(component.values().at())
        .withAdvice("Set one of them.");
  }

  private static Problem twice(
      ImageComponent component, ImageComponent other, ComponentTarget target) {
    return Problem.error(
            TRIED,
            "\""
                + component.name()
                + "\" and \""
                + other.name()
                + "\" both give the image of "
                + target.describe())
        .withPlace(component.name().at())
        .withAdvice("Name the workload and container of each, or leave one of them out.");
  }

  private static Problem digestInTag(Choice tag) {
    return Problem.error(TRIED, tag.step() + " is \"" + tag.text() + "\" and holds a digest")
        .withPlace(tag.at())
        .withAdvice("Write what follows the @ as digest.");
  }

  private static Problem blank(Choice blank) {
    return Problem.warning(TRIED, blank.step() + " is blank, which counts as empty")
        .withPlace(blank.at())
        .withAdvice("Leave it out, or make it \"\".");
  }

  private static Problem malformed(Choice digest) {
    return Problem.error(TRIED, digest.step() + " is \"" + digest.text() + "\", which is no digest")
        .withPlace(digest.at())
        .withAdvice("Use sha256: and 64 hexadecimal digits in lower case.");
  }

  private static Problem absent(PlacedText name) {
    return Problem.error(
            TRIED, "no workload and container of a release answers to \"" + name + "\"")
        .withPlace(name.at())
        .withAdvice("Name them: {name: " + name + ", workload: ..., container: ...}.");
  }
}
