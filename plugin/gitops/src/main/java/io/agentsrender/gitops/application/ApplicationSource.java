package io.agentsrender.gitops.application;

import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A source of an Application.
 *
 * @param node as it stands
 */
public record ApplicationSource(MapNode node) {
  private static final String REGISTRY = "oci://";
  private static final Pattern REF = Pattern.compile("[a-zA-Z0-9_-]+");

  /** The tool that the source asks for. */
  public enum Tool {
    HELM("helm", "Helm"),
    KUSTOMIZE("kustomize", "Kustomize"),
    DIRECTORY("directory", "Directory"),
    PLUGIN("plugin", "Plugin");

    private final String field;
    private final String title;

    Tool(String field, String title) {
      this.field = field;
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public Position at() {
    return node.position();
  }

  public String repoUrl() {
    return text("repoURL");
  }

  /** In its repository; empty for a chart or a source that is only referred to. */
  public String path() {
    return text("path");
  }

  /** The name of a chart; empty for a git repository. */
  public String chart() {
    return text("chart");
  }

  /** Empty for the default branch. */
  public String targetRevision() {
    return text("targetRevision");
  }

  /** The name by which others refer to it, without {@code $}; empty for none. */
  public String ref() {
    return text("ref");
  }

  /** Whether others refer to it, and nothing of it is applied. */
  public boolean isOnlyReferred() {
    return !ref().isEmpty() && path().isEmpty() && chart().isEmpty();
  }

  /** What is set for a tool. */
  public Optional<MapNode> options(Tool tool) {
    return FieldPath.of(tool.field).map(node);
  }

  /**
   * The tool it names.
   *
   * @throws RenderException where there are several, in the words of Argo CD
   */
  public Optional<Tool> tool() {
    List<Tool> named = new ArrayList<>();
    for (Tool tool : List.of(Tool.KUSTOMIZE, Tool.HELM, Tool.DIRECTORY, Tool.PLUGIN)) {
      if (options(tool).isPresent()) {
        named.add(tool);
      }
    }
    if (named.size() > 1) {
      throw new RenderException(
          Problem.error(
                  "reading an Application",
                  "multiple application sources defined: "
                      + String.join(",", named.stream().map(Tool::title).toList()))
              .withPlace(at())
              .withAdvice("Keep one of them."));
    }
    return named.stream().findFirst();
  }

  /** The Git repositories that sources refer to by name, each with its revision. */
  public static Map<String, ApplicationSource> refs(List<ApplicationSource> sources) {
    Map<String, ApplicationSource> refs = new LinkedHashMap<>();
    for (ApplicationSource source : sources) {
      if (!source.ref().isEmpty() && !REF.matcher(source.ref()).matches()) {
        throw new RenderException(
            Problem.error(
                    "reading an Application",
                    "sources.ref "
                        + source.ref()
                        + " cannot contain any special characters except '_' and '-'")
                .withPlace(source.at())
                .withAdvice("Name the ref in letters, digits, _ and -."));
      }
      if (!source.ref().isEmpty() && refs.put(source.ref(), source) != null) {
        throw new RenderException(
            Problem.error(
                    "reading an Application",
                    "invalid sources: multiple sources had the same `ref` key")
                .withPlace(source.at())
                .withAdvice("Give each ref a name of its own, not \"" + source.ref() + "\"."));
      }
    }
    return refs;
  }

  /**
   * What the refs of an Application stand for; a source alone has nothing to refer to
   * (GetRefSources). A chart has the address of a registry, which no ref may stand for.
   */
  public static Map<String, RefTarget> refTargets(List<ApplicationSource> sources) {
    Map<String, RefTarget> targets = new LinkedHashMap<>();
    if (sources.size() > 1) {
      refs(sources).forEach((name, source) -> targets.put(name, source.target()));
    }
    return targets;
  }

  private RefTarget target() {
    boolean chart = !chart().isEmpty() && !repoUrl().startsWith(REGISTRY);
    return new RefTarget.Remote(chart ? REGISTRY + repoUrl() : repoUrl(), targetRevision());
  }

  /** One line for people. */
  public String describe() {
    String what =
        !chart().isEmpty() ? "chart " + chart() : path().isEmpty() ? "ref $" + ref() : path();
    return what
        + " of "
        + repoUrl()
        + (targetRevision().isEmpty() ? "" : " at " + targetRevision());
  }

  private String text(String field) {
    return FieldPath.of(field).text(node).orElse("");
  }
}
