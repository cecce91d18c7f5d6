package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changed checksums of pod templates are differences that Argo CD sees. */
final class IgnoredChecksumRule implements RepositoryRule {
  private static final RuleCard CARD =
      new RuleCard(
          "checksum-ignored",
          Level.WARNING,
          "No ignoreDifferences hides the annotations of pod templates, where checksums stand.");

  private static final List<String> AROUND =
      List.of(
          "/spec",
          "/spec/template",
          "/spec/template/metadata",
          "/spec/template/metadata/annotations");
  private static final Pattern CHECKSUM =
      Pattern.compile("/spec/template/metadata/annotations/checksum.*");
  private static final Pattern EXPRESSION =
      Pattern.compile("\\.spec(?:\\.template(?:\\.metadata(?:\\.annotations.*)?)?)?\\s*");
  private static final Set<String> WORKLOADS =
      Set.of("", "*", "Deployment", "StatefulSet", "DaemonSet", "Rollout", "ReplicaSet");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RepositorySubject subject, Consumer<Finding> found) {
    Set<Object> seen = new HashSet<>();
    subject
        .applications()
        .forEach(application ->
            application
                .application()
                .ignoreDifferences()
                .forEach(entry ->
                    hidden(entry)
                        .filter(node -> seen.add(node.position()))
                        .ifPresent(node -> found.accept(finding(application, node)))));
  }

  private static Optional<Node> hidden(Node entry) {
    if (!(entry instanceof MapNode map)
        || !WORKLOADS.contains(Nodes.text(map.get("kind")).orElse(""))) {
      return Optional.empty();
    }
    return items(map.get("jsonPointers")).stream()
        .filter(node -> hides(Nodes.text(node).orElse("")))
        .findFirst()
        .or(() ->
            items(map.get("jqPathExpressions")).stream()
                .filter(node -> EXPRESSION.matcher(Nodes.text(node).orElse("")).matches())
                .findFirst());
  }

  private static boolean hides(String pointer) {
    return AROUND.contains(pointer) || CHECKSUM.matcher(pointer).matches();
  }

  private static List<Node> items(@Nullable Node node) {
    return node instanceof ListNode list ? List.copyOf(list.items()) : List.of();
  }

  private static Finding finding(RepositorySubject.Rendered application, Node node) {
    return CARD.finding(
            application.describe()
                + " ignores differences at "
                + Nodes.text(node).orElse("")
                + ": a changed checksum is no difference then, and restarts nothing")
        .withPlace(node.position())
        .withAdvice("Name the one annotation that something else writes.");
  }
}
