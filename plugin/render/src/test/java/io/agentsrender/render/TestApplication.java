package io.agentsrender.render;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An application in a repository of a few files, for tests. */
public final class TestApplication {
  private final String path;
  private final Map<String, Content> files = new TreeMap<>();
  private final ParameterValues.Builder parameters = ParameterValues.builder();
  private List<String> apiVersions = List.of();

  private TestApplication(String path) {
    this.path = path;
  }

  public static TestApplication at(String path) {
    return new TestApplication(path);
  }

  /** A file of the repository. */
  public TestApplication file(String name, String text) {
    files.put(name, Content.ofText(text));
    return this;
  }

  public TestApplication parameter(String name, String value) {
    parameters.string(name, value);
    return this;
  }

  public TestApplication valueFiles(String... names) {
    parameters.array("values-files", List.of(names));
    return this;
  }

  public TestApplication apiVersions(String... versions) {
    apiVersions = List.of(versions);
    return this;
  }

  /** As the Application {@code web} with the destination {@code shop}. */
  public RenderResult render() {
    return new Engine()
        .render(
            new RenderRequest(
                SourceTree.of(files),
                path,
                Application.of("web", "shop"),
                new Cluster(Optional.empty(), apiVersions),
                parameters.build(),
                Budget.DEFAULT));
  }

  /** What {@code render --output name} prints. */
  public static List<String> names(RenderResult result) {
    return result.objects().stream().map(KubernetesObject::describe).toList();
  }

  /** What {@code render} prints. */
  public static String yaml(RenderResult result) {
    return result.objects().stream()
        .map(object -> YamlWriter.goYamlV2().write(object.node()))
        .collect(Collectors.joining("---\n"));
  }

  /** Problems as severity, reason and place. */
  public static List<String> problems(RenderResult result) {
    return result.problems().stream()
        .map(problem ->
            problem.severity()
                + ": "
                + problem.reason()
                + problem.place().map(place -> " at " + place).orElse(""))
        .toList();
  }
}
