package io.agentsrender.check.cluster;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.NearestName;
import io.agentsrender.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Objects are of kinds that the cluster has. Asked only where the cluster's API versions are given
 * with their kinds, as Argo CD gives them.
 */
public final class UnknownKindRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "api-unknown",
          Level.WARNING,
          "Every object is of a kind that the cluster has, or that a CRD of the render brings.");

  private static final Pattern WITH_KIND = Pattern.compile(".*/[A-Z][A-Za-z0-9]*");
  private static final FieldPath GROUP = FieldPath.of("spec", "group");
  private static final FieldPath NAME = FieldPath.of("spec", "names", "kind");
  private static final FieldPath VERSIONS = FieldPath.of("spec", "versions");
  private static final FieldPath VERSION = FieldPath.of("spec", "version");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    List<String> served = subject.cluster().apiVersions();
    if (served.stream().noneMatch(api -> WITH_KIND.matcher(api).matches())) {
      return;
    }
    Set<String> known = new HashSet<>(served);
    subject.objects().forEach(object -> addDefined(object, known));
    for (KubernetesObject object : subject.objects()) {
      String api = object.apiVersion() + "/" + object.kind();
      if (!known.contains(api)) {
        found.accept(finding(subject, object, api, known));
      }
    }
  }

  private static void addDefined(KubernetesObject object, Set<String> known) {
    if (!object.kind().equals("CustomResourceDefinition")) {
      return;
    }
    String group = GROUP.text(object.node()).orElse("");
    String kind = NAME.text(object.node()).orElse("");
    VERSION.text(object.node()).ifPresent(version -> known.add(group + "/" + version + "/" + kind));
    VERSIONS
        .get(object.node())
        .ifPresent(versions ->
            Nodes.maps(versions)
                .flatMap(version -> Nodes.text(version.get("name")).stream())
                .forEach(version -> known.add(group + "/" + version + "/" + kind)));
  }

  private static Finding finding(
      Subject subject, KubernetesObject object, String api, Set<String> known) {
    Node apiVersion = object.node().get("apiVersion");
    List<String> sameKind =
        known.stream().filter(name -> name.endsWith("/" + object.kind())).sorted().toList();
    return CARD.finding(
            object.describe()
                + " is of "
                + api
                + ", which the cluster does not have and no CRD of this render brings")
        .withObject(object)
        .withPlace(subject.place(object, apiVersion == null ? object.node() : apiVersion))
        .withAdvice(
            sameKind.isEmpty()
                ? NearestName.of(api, known)
                    .map(near -> "Did you mean " + near + "?")
                    .orElse("Install what brings it first, in an earlier application or wave.")
                : "The cluster has " + String.join(", ", sameKind) + ".");
  }
}
