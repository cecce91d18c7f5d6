package io.agentsrender.check.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.json.JsonException;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Client-side apply keeps the whole object in an annotation, and annotations are limited
 * (apimachinery, ValidateAnnotationsSize); what is larger needs server-side apply.
 */
public final class LargeObjectRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "server-side-apply-needed",
          Level.ERROR,
          "CRDs and other objects that are too large for client-side apply are applied on the"
              + " server's side.");

  /** Bytes of all annotations of an object, keys and values. */
  private static final int LIMIT = 262_144;

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
  private static final FieldPath OPTIONS =
      FieldPath.of("metadata", "annotations", "argocd.argoproj.io/sync-options");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    if (applicationOptions(subject.plan()).anyMatch(LargeObjectRule::isEnough)) {
      return;
    }
    for (KubernetesObject object : subject.objects()) {
      boolean named = options(object).anyMatch(LargeObjectRule::isEnough);
      long size = named ? 0 : annotationBytes(object);
      if (size > LIMIT) {
        found.accept(finding(subject, object, size));
      }
    }
  }

  /** Those of component.yaml; an Application elsewhere is not known here. */
  private static Stream<String> applicationOptions(Plan plan) {
    return switch (plan) {
      case Plan.ComponentChart chart -> texts(chart.component());
      case Plan.ComponentManifests manifests -> texts(manifests.component());
      case Plan.Chart _, Plan.Kustomization _, Plan.ManifestFolder _, Plan.HelmSource _ ->
          Stream.empty();
    };
  }

  private static Stream<String> texts(Component component) {
    return component.sync().options().stream().map(PlacedText::text);
  }

  private static Stream<String> options(KubernetesObject object) {
    return Arrays.stream(OPTIONS.text(object.node()).orElse("").split(","));
  }

  private static boolean isEnough(String option) {
    String text = option.strip();
    return text.equals("ServerSideApply=true") || text.equals("Replace=true");
  }

  private static long annotationBytes(KubernetesObject object) {
    long size = LAST_APPLIED.length() + jsonBytes(object.node());
    MapNode annotations = ANNOTATIONS.map(object.node()).orElse(null);
    return annotations == null ? size : size + jsonBytes(annotations);
  }

  private static long jsonBytes(MapNode node) {
    try {
      return JsonWriter.compact().write(node).getBytes(UTF_8).length;
    } catch (JsonException e) {
      // A number that JSON does not have is refused before anything is applied.
      return 0;
    }
  }

  private static Finding finding(Subject subject, KubernetesObject object, long size) {
    return CARD.finding(
            object.describe()
                + " takes "
                + size
                + " bytes of annotations to apply, and Kubernetes takes "
                + LIMIT
                + " at most")
        .withObject(object)
        .withPlace(subject.place(object, object.node()))
        .withAdvice(
            "Annotate it with argocd.argoproj.io/sync-options: ServerSideApply=true, or set that"
                + " for the Application and suppress this.");
  }
}
