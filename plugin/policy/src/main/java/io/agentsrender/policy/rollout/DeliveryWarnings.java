package io.agentsrender.policy.rollout;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.settings.ProgressiveDelivery;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.policy.workload.WorkloadKinds;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person should know before Deployments become Rollouts. */
final class DeliveryWarnings {
  /** {@code deploy/web}, {@code deployment.apps/web}, {@code deployment web}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\bdeploy(?:ments?)?(?:\\.apps)?[/ ]\"?(?<name>[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?)");

  private static final FieldPath WAVE =
      FieldPath.of("metadata", "annotations", "argocd.argoproj.io/sync-wave");
  private static final FieldPath DATA = FieldPath.of("data");

  private final Rendering rendering;
  private final Predicate<KubernetesObject> isRollout;

  DeliveryWarnings(Rendering rendering, Predicate<KubernetesObject> isRollout) {
    this.rendering = rendering;
    this.isRollout = isRollout;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    rendering.objects().forEach(object -> addScripts(object, problems));
    rendering.objects().stream()
        .filter(object -> !Followers.isOne(object) && !WorkloadKinds.isRollout(object))
        .forEach(object -> addReferences(object, object.node(), problems));
    for (Scope scope : rendering.scopes()) {
      ProgressiveDelivery delivery = scope.settings().delivery();
      if (delivery.enabled() && pauses(delivery)) {
        blocked(scope)
            .ifPresent(what ->
                problems.add(
                    Problem.warning(
                            "applying progressiveDelivery",
                            "a canary of "
                                + scope.describe()
                                + " waits for a person, and "
                                + what
                                + " waits for the canary: while it is paused Argo CD reports"
                                + " Suspended, not Healthy")
                        .withPlace(delivery.at())
                        .withAdvice(
                            "Give every pause a duration, or promote canaries before the rest"
                                + " is due.")));
      }
    }
    return problems;
  }

  /** The default steps pause, too. */
  private static boolean pauses(ProgressiveDelivery delivery) {
    return delivery.steps().isEmpty()
        || delivery.steps().stream()
            .anyMatch(step ->
                step instanceof MapNode map
                    && map.get("pause") instanceof MapNode pause
                    && pause.isEmpty());
  }

  private Optional<String> blocked(Scope scope) {
    if (rendering.facts().rolloutPhase().isPresent()) {
      return Optional.of(
          "every later rollout phase than " + rendering.facts().rolloutPhase().get());
    }
    Optional<Integer> wave =
        rendering.objects(scope).stream()
            .filter(object -> WorkloadKinds.isDeployment(object) && isRollout.test(object))
            .map(DeliveryWarnings::wave)
            .min(Integer::compare);
    return wave.flatMap(own ->
        rendering.objects().stream()
            .filter(object -> !WorkloadKinds.isHook(object) && wave(object) > own)
            .findFirst()
            .map(object -> object.describe() + " in sync wave " + wave(object)));
  }

  private static int wave(KubernetesObject object) {
    return WAVE.text(object.node())
        .filter(text -> text.matches("[+-]?\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private void addScripts(KubernetesObject object, List<Problem> problems) {
    scripts(object)
        .flatMap(script -> NAMED.matcher(script).results())
        .map(match -> match.group("name"))
        .distinct()
        .filter(name -> names(object, name))
        .forEach(name ->
            problems.add(
                Problem.warning(
                        "applying progressiveDelivery",
                        "a script of "
                            + object.describe()
                            + " names the Deployment \""
                            + name
                            + "\", which is a Rollout now")
                    .withPlace(object.origin().place())
                    .withAdvice(
                        "kubectl rollout does not know Rollouts; use kubectl argo rollouts.")));
  }

  /** Anything else that names a Deployment by kind and name is not ours to change. */
  private void addReferences(KubernetesObject object, Node node, List<Problem> problems) {
    switch (node) {
      case MapNode map -> {
        String name = Nodes.text(map.get("name")).orElse("");
        boolean deployment = Nodes.text(map.get("kind")).map("Deployment"::equals).orElse(false);
        if (deployment && names(object, name)) {
          problems.add(reference(object, name, map));
        }
        map.entries().forEach(entry -> addReferences(object, entry.value(), problems));
      }
      case ListNode list -> list.items().forEach(item -> addReferences(object, item, problems));
      default -> {}
    }
  }

  private static Problem reference(KubernetesObject object, String name, MapNode at) {
    return Problem.warning(
            "applying progressiveDelivery",
            object.describe()
                + " names the Deployment \""
                + name
                + "\", which is a Rollout now, and stays as it is")
        .withPlace(at.position())
        .withAdvice("Let it name the Rollout, if its controller knows Rollouts.");
  }

  private boolean names(KubernetesObject script, String name) {
    return rendering.objects().stream()
        .filter(object -> object.name().equals(name) && isRollout.test(object))
        .anyMatch(object -> rendering.namespaceOf(object).equals(rendering.namespaceOf(script)));
  }

  /** What the containers run, and what a ConfigMap holds. */
  private static Stream<String> scripts(KubernetesObject object) {
    if (object.kind().equals("ConfigMap")) {
      return DATA.map(object.node()).stream()
          .flatMap(data -> data.entries().stream())
          .map(Entry::value)
          .flatMap(value -> Nodes.text(value).stream());
    }
    return PodTemplate.of(object).stream()
        .flatMap(template -> template.containers().stream())
        .flatMap(container -> Stream.of("command", "args").map(container::get))
        .flatMap(list -> list instanceof ListNode words ? Stream.of(words) : Stream.of())
        .map(words ->
            words.items().stream()
                .flatMap(word -> Nodes.text(word).stream())
                .collect(Collectors.joining(" ")));
  }
}
