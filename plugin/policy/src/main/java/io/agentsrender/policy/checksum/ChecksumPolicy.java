package io.agentsrender.policy.checksum;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.scope.Topic;
import io.agentsrender.policy.scope.UnknownNames;
import io.agentsrender.policy.settings.ChecksumEntry;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.policy.settings.RolloutChecksums;
import io.agentsrender.policy.settings.RolloutChecksums.KeyStyle;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.source.Digest;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods carry the checksums of the listed Secrets and ConfigMaps that they use, so that a change of
 * content is a change of the pod. Nothing is ever looked up in a cluster.
 */
public final class ChecksumPolicy implements Policy {
  private static final String TRIED = "applying rolloutChecksums";

  @Override
  public Outcome apply(Rendering rendering) {
    if (rendering.scopes().stream().noneMatch(scope -> scope.settings().checksums().enabled())) {
      return new Outcome(rendering.objects(), List.of());
    }
    return new Run(rendering).outcome();
  }

  /** One render. */
  private static final class Run {
    private final Rendering rendering;
    private final List<Problem> problems = new ArrayList<>();
    private final UnknownNames unused = new UnknownNames();

    /** What no content in the render stands for, and where it was asked for. */
    private final Map<ConfigReference, Position> nameOnly = new LinkedHashMap<>();

    Run(Rendering rendering) {
      this.rendering = rendering;
    }

    Outcome outcome() {
      List<KubernetesObject> objects = rendering.objects();
      for (Scope scope : rendering.scopes()) {
        RolloutChecksums checksums = scope.settings().checksums();
        if (checksums.enabled()) {
          checksums.secrets().forEach(entry -> unused.saw(entry.name(), false));
          checksums.configMaps().forEach(entry -> unused.saw(entry.name(), false));
          objects =
              objects.stream()
                  .map(object -> scope.covers(object) ? annotated(object, checksums) : object)
                  .toList();
          if (checksums.keyStyle() == KeyStyle.LITERAL) {
            problems.add(literal(checksums));
          }
        }
      }
      unused.names().forEach(name -> problems.add(unusedName(name)));
      nameOnly.forEach((reference, at) -> problems.add(unknownContent(reference, at)));
      return new Outcome(objects, problems);
    }

    private KubernetesObject annotated(KubernetesObject object, RolloutChecksums checksums) {
      Optional<PodTemplate> template = PodTemplate.of(object).filter(PodTemplate::isReplacing);
      if (template.isEmpty()) {
        return object;
      }
      FieldPath annotations = template.get().annotations();
      MapNode present =
          annotations.map(object.node()).orElseGet(() -> Nodes.map(object.node().position()));
      MapNode changed = present;
      for (ConfigReference used : PodReferences.of(template.get(), rendering.namespaceOf(object))) {
        changed = annotate(changed, used, checksums, object);
      }
      return changed == present ? object : object.withNode(annotations.set(object.node(), changed));
    }

    private MapNode annotate(
        MapNode annotations,
        ConfigReference used,
        RolloutChecksums checksums,
        KubernetesObject workload) {
      Optional<ChecksumEntry> entry = entry(used, checksums);
      entry.ifPresent(found -> unused.saw(found.name(), true));
      if (entry.isEmpty() && !checksums.automatic()) {
        return annotations;
      }
      String key =
          AnnotationKey.present(used, annotations)
              .orElseGet(() -> AnnotationKey.of(used, checksums.keyStyle()));
      String checksum =
          entry
              .flatMap(ChecksumEntry::checksum)
              .map(PlacedText::text)
              .orElseGet(() ->
                  computed(used, entry.map(found -> found.name().at()).orElse(checksums.at())));
      Optional<String> own = Nodes.text(annotations.get(key));
      if (own.isEmpty()) {
        Position at = workload.node().position();
        return annotations.with(Nodes.text(key, at), Nodes.text(checksum, at));
      }
      if (!own.get().equals(checksum)) {
        problems.add(kept(key, annotations, workload));
      }
      return annotations;
    }

    private static Optional<ChecksumEntry> entry(ConfigReference used, RolloutChecksums checksums) {
      List<ChecksumEntry> entries =
          used.kind() == ConfigKind.SECRET ? checksums.secrets() : checksums.configMaps();
      return entries.stream()
          .filter(entry -> entry.covers(used.namespace(), used.name()))
          .findFirst();
    }

    private String computed(ConfigReference reference, Position at) {
      Optional<KubernetesObject> source = Optional.empty();
      for (KubernetesObject object : rendering.objects()) {
        if (ConfigContent.gives(object, rendering.namespaceOf(object), reference)) {
          boolean itself = object.apiVersion().equals("v1");
          source = itself || source.isEmpty() ? Optional.of(object) : source;
        }
      }
      if (source.isPresent()) {
        return ConfigContent.digest(source.get()).hex();
      }
      nameOnly.putIfAbsent(reference, at);
      return Digest.sha256(reference.toString().getBytes(UTF_8)).hex();
    }
  }

  private static Problem literal(RolloutChecksums checksums) {
    return Problem.warning(
            TRIED, "annotation keys with two slashes are refused by the Kubernetes API server")
        .withPlace(checksums.at())
        .withAdvice("Leave rolloutChecksums.keyStyle out, which gives checksum/secret-<name>.");
  }

  private static Problem kept(String key, MapNode annotations, KubernetesObject workload) {
    return Problem.warning(
            TRIED, workload.describe() + " sets " + key + " itself, and that is kept")
        .withPlace(
            annotations.entries().stream()
                .filter(entry -> entry.name().equals(key))
                .map(entry -> entry.key().position())
                .findFirst()
                .orElse(null));
  }

  private static Problem unusedName(PlacedText name) {
    return Problem.warning(TRIED, "no pod uses \"" + name + "\", so it restarts nothing")
        .withTopic(Topic.UNREFERENCED_CHECKSUM)
        .withPlace(name.at())
        .withAdvice("Take it off the list, or correct its name.");
  }

  private static Problem unknownContent(ConfigReference reference, Position at) {
    return Problem.warning(
            TRIED,
            "the "
                + reference.kind().kind()
                + " \""
                + reference.name()
                + "\" is not part of this render: a change of its content restarts nothing")
        .withTopic(Topic.UNKNOWN_CONTENT)
        .withPlace(at)
        .withAdvice("Give its checksum: {name: " + reference.name() + ", checksum: <SHA-256>}.");
  }
}
