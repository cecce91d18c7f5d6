package io.agentsrender.check.chart;

import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.Optional;

/**
 * A chart's {@code Chart.yaml}.
 *
 * @param folder of the chart
 */
record ChartDescription(String folder, MapNode fields) {
  private static final String FILE = "Chart.yaml";

  /** That of the chart in a folder; empty where there is none that can be read. */
  static Optional<ChartDescription> read(SourceTree tree, String folder) {
    return map(tree, TreePath.join(folder, FILE))
        .map(fields -> new ChartDescription(folder, fields));
  }

  /** A file that is one map; empty where it is something else, which the render says. */
  static Optional<MapNode> map(SourceTree tree, String file) {
    try {
      return tree.file(file)
          .map(content -> YamlReader.of(Dialect.HELM).first(content, file))
          .map(node -> node instanceof MapNode map ? map : null);
    } catch (YamlException e) {
      return Optional.empty();
    }
  }

  Optional<ScalarNode> scalar(String key) {
    Node node = fields.get(key);
    return node instanceof ScalarNode scalar
        ? Optional.of(scalar).filter(found -> Nodes.text(found).isPresent())
        : Optional.empty();
  }

  String name() {
    return scalar("name").map(ScalarNode::text).orElse("");
  }
}
