package io.agentsrender.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.manifest.ManifestReader;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.settings.SettingsLayers;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Small renders and settings, written as YAML. */
final class Renders {
  static final String RELEASE = "agents";
  static final MapNode NOTHING = new MapNode(List.of(), Position.ofFile(""));

  private Renders() {}

  static Path root() {
    return Path.of(System.getProperty("project.root", ""));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of a release. */
  static List<KubernetesObject> objects(String yaml) {
    return objects(yaml, Optional.of(RELEASE));
  }

  static List<KubernetesObject> objects(String yaml, Optional<String> release) {
    ManifestReader reader = new ManifestReader(release);
    for (Node document : YamlReader.of(Dialect.HELM).all(Content.ofText(yaml), "render.yaml")) {
      reader.add(document);
    }
    return reader.objects();
  }

  static MapNode map(String yaml) {
    return map(yaml, "values.yaml");
  }

  static MapNode map(String yaml, String file) {
    Node node = YamlReader.of(Dialect.HELM).first(yaml.getBytes(UTF_8), file);
    return node instanceof MapNode map ? map : NOTHING;
  }

  /** A release whose values are all given, with a chart that declares nothing. */
  static Release release(String namespace, MapNode values) {
    return new Release(
        RELEASE, namespace, values, Preparation.of(values, NOTHING, Optional::empty));
  }

  static PolicyResult apply(List<KubernetesObject> objects, String values) {
    return apply(objects, values, PolicyFacts.of("default"));
  }

  static PolicyResult apply(List<KubernetesObject> objects, String values, PolicyFacts facts) {
    return Policies.apply(
        objects,
        List.of(release(facts.namespace(), map(values))),
        SettingsLayers.of(NOTHING),
        facts);
  }

  /** With settings of the application only. */
  static PolicyResult applySettings(List<KubernetesObject> objects, String settings) {
    return Policies.apply(
        objects,
        List.of(new Release(RELEASE, "default", NOTHING, new Preparation(NOTHING, Set.of()))),
        SettingsLayers.of(map(settings, "policies")),
        PolicyFacts.of("default"));
  }

  static String yaml(List<KubernetesObject> objects) {
    StringBuilder out = new StringBuilder();
    for (KubernetesObject object : objects) {
      out.append("---\n").append(YamlWriter.goYamlV2().write(object.node()));
    }
    return out.toString();
  }

  static String yaml(KubernetesObject object) {
    return YamlWriter.goYamlV2().write(object.node());
  }

  /** By kind and name: what Argo CD would compare. */
  static Map<String, Object> byName(List<KubernetesObject> objects) {
    Map<String, Object> all = new TreeMap<>();
    for (KubernetesObject object : objects) {
      Object shape = JsonShape.of(object.node());
      all.put(object.kind() + "/" + object.name(), shape == null ? "" : shape);
    }
    return all;
  }

  static List<String> reasons(PolicyResult result) {
    return result.problems().stream()
        .map(problem ->
            problem.severity() + " " + problem + problem.advice().map(it -> " " + it).orElse(""))
        .toList();
  }
}
