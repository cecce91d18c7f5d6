package io.agentsrender.fetch.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.read.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a chart's files say of its dependencies.
 *
 * @param declared in {@code Chart.yaml} or {@code requirements.yaml}
 * @param locked in the lock file; absent without one
 */
record DependencyFiles(List<Declared> declared, Optional<List<Declared>> locked) {
  private static final YamlReader READER = YamlReader.of(Dialect.HELM);

  /**
   * Reads them.
   *
   * @param chart the chart's folder
   * @throws RenderException where there is no chart, or its lock is not of its dependencies
   */
  static DependencyFiles read(SourceTree tree, String chart, String tried) {
    MapNode metadata =
        map(tree, TreePath.join(chart, "Chart.yaml"))
            .orElseThrow(() ->
                new RenderException(
                    Problem.error(tried, "Chart.yaml file is missing")
                        .withAdvice("Name the folder of a chart.")));
    Optional<MapNode> requirements = map(tree, TreePath.join(chart, "requirements.yaml"));
    boolean first = !Declared.text(metadata, "apiVersion").equals("v2");
    List<Declared> declared = Declared.read(requirements.orElse(metadata).get("dependencies"));
    String lockFile = first ? "requirements.lock" : "Chart.lock";
    Optional<MapNode> lock =
        map(tree, TreePath.join(chart, "Chart.lock"))
            .or(() -> map(tree, TreePath.join(chart, "requirements.lock")));
    if (lock.isEmpty()) {
      return new DependencyFiles(declared, Optional.empty());
    }
    List<Declared> locked = Declared.read(lock.get().get("dependencies"));
    requireInSync(declared, locked, lock.get(), lockFile, first, tried);
    return new DependencyFiles(declared, Optional.of(locked));
  }

  private static Optional<MapNode> map(SourceTree tree, String path) {
    Optional<Content> file = tree.file(path);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Node document = READER.first(file.get().toByteArray(), path);
    return document instanceof MapNode map ? Optional.of(map) : Optional.empty();
  }

  /** The lock holds a hash of both lists (internal/resolver/resolver.go, HashReq). */
  private static void requireInSync(
      List<Declared> declared,
      List<Declared> locked,
      MapNode lock,
      String lockFile,
      boolean first,
      String tried) {
    String digest = Declared.text(lock, "digest");
    List<?> both =
        List.of(
            declared.stream().map(Declared::json).toList(),
            locked.stream().map(Declared::json).toList());
    boolean same =
        digest.equals(hash(both))
            || first
                && digest.equals(
                    hash(Map.of("dependencies", declared.stream().map(Declared::json).toList())));
    if (!same) {
      String file = first ? "requirements.yaml" : "Chart.yaml";
      throw new RenderException(
          Problem.error(
                  tried,
                  "the lock file ("
                      + lockFile
                      + ") is out of sync with the dependencies file ("
                      + file
                      + "). Please update the dependencies")
              .withPlace(lock.position())
              .withAdvice("Run helm dependency update and commit " + lockFile + "."));
    }
  }

  private static String hash(Object json) {
    return Digest.sha256(JsonWriter.compact().write(json).getBytes(UTF_8)).toString();
  }
}
