package io.agentsrender.policy.image;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.image.ImageValues.Choice;
import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.scope.Topic;
import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.settings.ImagePolicy;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.policy.workload.ComponentTarget;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.Severity;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rules over all images of a render: a digest where one is required, no digest of another
 * repository, no tag that went through a number. They change nothing.
 */
public final class ImageRules implements Policy {
  private static final String TRIED = "applying imagePolicy";

  /** What Go prints for a large number: {@code 1.9448656e+07}. */
  private static final Pattern NUMBER = Pattern.compile("\\d(?:\\.\\d+)?e\\+\\d{2,}");

  @Override
  public Outcome apply(Rendering rendering) {
    List<Problem> problems = new ArrayList<>();
    for (Scope scope : rendering.scopes()) {
      Run run = new Run(scope, problems);
      for (KubernetesObject object : rendering.objects(scope)) {
        PodTemplate.of(object).ifPresent(run::check);
      }
      inherited(rendering, scope, problems);
    }
    return new Outcome(rendering.objects(), problems);
  }

  /** The images of one scope. */
  private static final class Run {
    private final MapNode values;
    private final ImagePolicy policy;
    private final List<Problem> problems;
    private final Map<String, String> repositories = new HashMap<>();

    Run(Scope scope, List<Problem> problems) {
      this.values = scope.values();
      this.policy = scope.settings().images();
      this.problems = problems;
    }

    void check(PodTemplate template) {
      for (MapNode container : template.containers()) {
        Use use = new Use(template.owner(), Nodes.text(container.get("name")).orElse(""));
        check(use, "the image", container.get("image"));
        Nodes.maps(container.get("env"))
            .forEach(variable -> {
              String name = Nodes.text(variable.get("name")).orElse("");
              if (policy.environment().stream().anyMatch(it -> it.text().equals(name))) {
                check(use, name, variable.get("value"));
              }
            });
      }
    }

    private void check(Use use, String what, @Nullable Node node) {
      Optional<String> text = Nodes.text(node).filter(image -> !image.isBlank());
      if (text.isEmpty() || node == null) {
        return;
      }
      ImageReference image = ImageReference.parse(text.get());
      Optional<ScalarNode> written = WrittenTag.of(values, image.tag());
      if (written.isPresent()) {
        problems.add(changed(use, image, written.get()));
      } else if (NUMBER.matcher(image.tag()).matches()) {
        problems.add(numeric(use, image, node.position()));
      }
      boolean exempt =
          policy.exempt().stream()
              .anyMatch(
                  it -> it.covers(image.repository(), use.workload().name(), use.container()));
      if (!policy.requireDigest() || exempt) {
        return;
      }
      if (!image.isPinned()) {
        problems.add(unpinned(use, what, image, node.position()));
        return;
      }
      String other = repositories.putIfAbsent(image.digest(), image.repository());
      if (other != null && !other.equals(image.repository())) {
        problems.add(shared(use, image, other, node.position()));
      }
    }

    private Problem unpinned(Use use, String what, ImageReference image, Position at) {
      return Problem.error(TRIED, what + " of " + use + " is \"" + image + "\" and has no digest")
          .withTopic(Topic.DIGEST)
          .withPlace(at)
          .withAdvice(
              "Add @sha256:<64 hexadecimal digits>, or name it in imagePolicy.exempt; digests are"
                  + " required at "
                  + policy.at()
                  + ".");
    }
  }

  /** A container of a workload. */
  private record Use(KubernetesObject workload, String container) {
    @Override
    public String toString() {
      return "container " + container + " of " + workload.describe();
    }
  }

  private static Problem numeric(Use use, ImageReference image, Position at) {
    return Problem.warning(
            TRIED,
            "the tag \""
                + image.tag()
                + "\" of "
                + use
                + " was a number somewhere on its way, which no registry knows")
        .withTopic(Topic.IMPOSSIBLE_IMAGE)
        .withPlace(at)
        .withAdvice("Quote the tag in the values: tag: \"19448656\".");
  }

  private static Problem changed(Use use, ImageReference image, ScalarNode written) {
    return Problem.warning(
            TRIED,
            "the tag of "
                + use
                + " is \""
                + image.tag()
                + "\", for "
                + written.text()
                + " was read as a number")
        .withTopic(Topic.IMPOSSIBLE_IMAGE)
        .withPlace(written.position())
        .withAdvice("Quote it: \"" + written.text() + "\".");
  }

  private static Problem shared(Use use, ImageReference image, String other, Position at) {
    return Problem.warning(
            TRIED,
            use + " runs " + image.repository() + " by the digest that " + other + " has, too")
        .withTopic(Topic.IMPOSSIBLE_IMAGE)
        .withPlace(at)
        .withAdvice("A digest names content of one repository; check that it is in both.");
  }

  private static void inherited(Rendering rendering, Scope scope, List<Problem> problems) {
    for (ImageComponent component : ComponentTarget.components(scope)) {
      ImageValues values = new ImageValues(scope.values(), component);
      Optional<Choice> digest = values.field("digest");
      Optional<Choice> repository = values.field("repository");
      if (values.inheritsDigest()
          && ComponentTarget.find(rendering, scope, component)
              .flatMap(target -> image(target))
              .map(ImageReference::parse)
              .filter(image -> digest.map(Choice::text).equals(Optional.of(image.digest())))
              .filter(image -> repository.map(Choice::text).equals(Optional.of(image.repository())))
              .isPresent()) {
        problems.add(
            inherited(component.values(), digest.orElseThrow())
                .withSeverity(
                    scope.settings().images().requireDigest() ? Severity.ERROR : Severity.WARNING));
      }
    }
  }

  static Optional<String> image(ComponentTarget target) {
    return PodTemplate.of(target.workload()).stream()
        .flatMap(template -> template.containers().stream())
        .filter(target::is)
        .flatMap(container -> Nodes.text(container.get("image")).stream())
        .findFirst();
  }

  private static Problem inherited(PlacedText values, Choice digest) {
    return Problem.error(
            TRIED,
            values
                + " has a repository of its own and takes its digest from "
                + digest.step()
                + ", which belongs to another repository")
        .withTopic(Topic.IMPOSSIBLE_IMAGE)
        .withPlace(digest.at())
        .withAdvice("Set " + values + ".digest.");
  }
}
