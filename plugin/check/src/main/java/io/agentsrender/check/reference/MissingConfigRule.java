package io.agentsrender.check.reference;

import static java.util.stream.Collectors.joining;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Pods;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.checksum.ConfigKind;
import io.agentsrender.policy.checksum.ConfigReference;
import io.agentsrender.policy.checksum.ConfigUse;
import io.agentsrender.policy.checksum.PodReferences;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Secrets or ConfigMaps that pods need are in the render. */
public final class MissingConfigRule implements Rule {
  private final ConfigKind kind;
  private final RuleCard card;

  private MissingConfigRule(ConfigKind kind, RuleCard card) {
    this.kind = kind;
    this.card = card;
  }

  /** Secrets often come from elsewhere, so that their absence is but a note. */
  public static Rule ofSecrets() {
    return new MissingConfigRule(
        ConfigKind.SECRET,
        new RuleCard(
            "secret-missing",
            Level.NOTE,
            "Every Secret that pods need is in the render, or made of an object in it."));
  }

  public static Rule ofConfigMaps() {
    return new MissingConfigRule(
        ConfigKind.CONFIG_MAP,
        new RuleCard(
            "config-map-missing",
            Level.WARNING,
            "Every ConfigMap that pods need is in the render."));
  }

  @Override
  public RuleCard card() {
    return card;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    ConfigSources sources = new ConfigSources(subject);
    uses(subject)
        .forEach((reference, users) -> {
          if (!sources.has(reference)) {
            found.accept(finding(subject, reference, users));
          }
        });
  }

  /** Where pods name an object: the first place of each workload. */
  private record User(KubernetesObject owner, Node name) {}

  private Map<ConfigReference, List<User>> uses(Subject subject) {
    Map<ConfigReference, List<User>> users = new LinkedHashMap<>();
    for (Pods pods : subject.pods()) {
      Set<ConfigReference> seen = new HashSet<>();
      for (ConfigUse use : uses(pods)) {
        boolean wanted = use.reference().kind() == kind && !use.optional();
        if (wanted && seen.add(use.reference())) {
          users
              .computeIfAbsent(use.reference(), _ -> new ArrayList<>())
              .add(new User(pods.template().owner(), use.name()));
        }
      }
    }
    return users;
  }

  private List<ConfigUse> uses(Pods pods) {
    List<ConfigUse> uses = new ArrayList<>(PodReferences.uses(pods.template(), pods.namespace()));
    for (MapNode entry : Nodes.maps(pods.template().spec().get("imagePullSecrets")).toList()) {
      Node name = entry.get("name");
      if (name != null && Nodes.text(name).isPresent()) {
        uses.add(
            new ConfigUse(
                new ConfigReference(ConfigKind.SECRET, pods.namespace(), Nodes.text(name).get()),
                name,
                false));
      }
    }
    return uses;
  }

  private Finding finding(Subject subject, ConfigReference reference, List<User> users) {
    User first = users.getFirst();
    return card.finding(
            "the "
                + reference.kind().kind()
                + " \""
                + reference.name()
                + "\" in "
                + reference.namespace()
                + " is not in this render, and the pods of "
                + users.stream().map(user -> user.owner().describe()).collect(joining(" and "))
                + " need it")
        .withObject(first.owner())
        .withPlace(subject.place(first.owner(), first.name()))
        .withAdvice(
            kind == ConfigKind.SECRET
                ? "Check the name. Where something else makes the Secret, nothing is wrong."
                : "Correct the name, add the ConfigMap, or mark the reference optional.");
  }
}
