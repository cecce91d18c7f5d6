package io.agentsrender.policy.environment;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.scope.Topic;
import io.agentsrender.policy.settings.EnvPrecedence;
import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.workload.ComponentTarget;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component's {@code env.vars} win over those of all components. Where a chart has it the other
 * way round, that is reported or, on request, repaired.
 */
public final class EnvironmentPolicy implements Policy {
  private static final String VARIABLES = "env.vars";

  @Override
  public Outcome apply(Rendering rendering) {
    Rendering changed = rendering;
    List<Problem> problems = new ArrayList<>();
    for (Scope scope : rendering.scopes()) {
      if (scope.settings().environment() == EnvPrecedence.CHART) {
        continue;
      }
      for (ImageComponent component : ComponentTarget.components(scope)) {
        changed = apply(changed, scope, component, problems);
      }
    }
    return new Outcome(changed.objects(), problems);
  }

  private static Rendering apply(
      Rendering rendering, Scope scope, ImageComponent component, List<Problem> problems) {
    Optional<MapNode> shared = variables(scope, VARIABLES);
    Optional<MapNode> own = variables(scope, component.block() + "." + VARIABLES);
    Optional<ComponentTarget> target = ComponentTarget.find(rendering, scope, component);
    if (component.block().isEmpty() || shared.isEmpty() || own.isEmpty() || target.isEmpty()) {
      return rendering;
    }
    KubernetesObject workload = target.get().workload();
    boolean repair = scope.settings().environment() == EnvPrecedence.COMPONENT;
    KubernetesObject repaired =
        PodTemplate.of(workload)
            .orElseThrow()
            .withContainers(container ->
                target.get().is(container)
                    ? container(
                        container,
                        shared.get(),
                        own.get(),
                        name -> {
                          if (!repair) {
                            problems.add(reported(name, component, workload));
                          }
                          return repair;
                        })
                    : container);
    return repaired == workload
        ? rendering
        : rendering.withObjects(
            rendering.objects().stream()
                .map(object -> object == workload ? repaired : object)
                .toList());
  }

  private static Optional<MapNode> variables(Scope scope, String path) {
    return ComponentTarget.at(scope.values(), path)
        .flatMap(node -> node instanceof MapNode map ? Optional.of(map) : Optional.empty());
  }

  /** Asked for each variable whose shared value was rendered; says whether to repair it. */
  @FunctionalInterface
  private interface Decision {
    boolean repairs(Entry own);
  }

  private static MapNode container(
      MapNode container, MapNode shared, MapNode own, Decision decision) {
    if (!(container.get("env") instanceof ListNode variables)) {
      return container;
    }
    boolean changed = false;
    List<Node> items = new ArrayList<>();
    for (Node item : variables.items()) {
      Optional<Entry> wrong = wrong(item, shared, own);
      if (wrong.isPresent() && decision.repairs(wrong.get())) {
        items.add(variable(wrong.get(), item));
        changed = true;
      } else {
        items.add(item);
      }
    }
    return changed
        ? container.with(Nodes.text("env", container.position()), variables.withItems(items))
        : container;
  }

  /** The component's own entry, where the variable has the value that all components share. */
  private static Optional<Entry> wrong(Node item, MapNode shared, MapNode own) {
    if (!(item instanceof MapNode variable)) {
      return Optional.empty();
    }
    String name = Nodes.text(variable.get("name")).orElse("");
    return own.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .filter(entry -> !(entry.value() instanceof ScalarNode scalar && scalar.isNull()))
        .filter(entry -> isRendered(variable, shared.get(name)))
        .filter(entry -> !isRendered(variable, entry.value()))
        .findFirst();
  }

  private static boolean isRendered(MapNode variable, @Nullable Node value) {
    return value instanceof ScalarNode
        && Nodes.text(value).isPresent()
        && Nodes.text(value).equals(Nodes.text(variable.get("value")));
  }

  private static MapNode variable(Entry own, Node item) {
    MapNode name = Nodes.map(item.position(), "name", Nodes.text(own.name(), item.position()));
    if (own.value() instanceof MapNode source) {
      List<Entry> entries = new ArrayList<>(name.entries());
      entries.addAll(source.entries());
      return name.withEntries(entries);
    }
    String text = Nodes.text(own.value()).orElse("");
    return name.with(
        Nodes.text("value", item.position()), Nodes.text(text, own.value().position()));
  }

  private static Problem reported(Entry own, ImageComponent component, KubernetesObject workload) {
    return Problem.warning(
            "comparing the environment of " + workload.describe() + " with the values",
            "the chart lets "
                + VARIABLES
                + "."
                + own.name()
                + " win over "
                + component.block()
                + "."
                + VARIABLES
                + "."
                + own.name())
        .withTopic(Topic.ENVIRONMENT)
        .withPlace(own.key().position())
        .withAdvice(
            "Set envPrecedence to component to have the component win, or to chart to accept it.");
  }
}
