package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.load.PathNames;
import io.agentsrender.kustomize.load.RepositoryUrl;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.Optional;

/**
 * What the origin and transformation annotations tell (api/resource/origin.go).
 *
 * @param path of a file, from the kustomization that is built or from the root of a repository
 * @param repository empty for what is not remote
 * @param configuredIn the file that configures the generator or transformer
 * @param configuredBy empty for a plain file
 */
record Origin(
    String path,
    String repository,
    String revision,
    String configuredIn,
    Optional<PluginId> configuredBy) {

  /** The kustomization that is built. */
  static final Origin ROOT = new Origin("", "", "", "", Optional.empty());

  /** What names a generator or transformer. */
  record PluginId(String apiVersion, String kind, String name, String namespace) {}

  /** The origin of what a kustomization of this origin names. */
  Origin append(String entry) {
    Optional<RepositoryUrl> url = RepositoryUrl.parse(entry);
    if (url.isPresent()) {
      return new Origin(
          PathNames.join("", url.get().folder()),
          url.get().repository(),
          url.get().revision(),
          configuredIn,
          configuredBy);
    }
    return new Origin(
        PathNames.join(path, entry), repository, revision, configuredIn, configuredBy);
  }

  /** The origin of what a built-in generator or transformer of a kustomization did. */
  Origin ofBuiltin(String kind, String file) {
    return new Origin(
        "",
        repository,
        revision,
        PathNames.join(path, file),
        Optional.of(new PluginId("builtin", kind, "", "")));
  }

  /** The origin of what a generator or transformer did that has a file of its own. */
  Origin ofPlugin(PluginId plugin) {
    return new Origin("", repository, revision, path, Optional.of(plugin));
  }

  /** The text of the annotation. */
  String text() {
    StringBuilder out = new StringBuilder();
    line(out, "path", path);
    line(out, "repo", repository);
    line(out, "ref", revision);
    line(out, "configuredIn", configuredIn);
    configuredBy.ifPresent(plugin -> {
      out.append("configuredBy:\n");
      line(out, "  apiVersion", plugin.apiVersion);
      line(out, "  kind", plugin.kind);
      line(out, "  name", plugin.name);
      line(out, "  namespace", plugin.namespace);
    });
    return out.isEmpty() ? "{}\n" : out.toString();
  }

  /** The text as an element of a list. */
  String listText() {
    String indented = text().indent(2);
    return "- " + indented.substring(2);
  }

  private static void line(StringBuilder out, String key, String value) {
    if (!value.isEmpty()) {
      out.append(key).append(": ").append(YamlWriter.kyaml().write(value));
    }
  }
}
