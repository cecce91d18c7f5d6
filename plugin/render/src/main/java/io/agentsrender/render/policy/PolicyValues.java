package io.agentsrender.render.policy;

import io.agentsrender.helm.ForeignValues;
import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.values.ValueNodes;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.policy.Preparation;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the settings of policies out of the values of one release, and keeps them. */
final class PolicyValues implements ForeignValues {
  private static final MapNode NOTHING = new MapNode(List.of(), Position.ofFile(""));

  private Preparation preparation = new Preparation(NOTHING, Set.of());

  @Override
  public Set<String> among(ValueTable given, Chart chart) {
    preparation = Preparation.of(sections(given), sections(chart.values()), () -> schema(chart));
    return preparation.taken();
  }

  Preparation preparation() {
    return preparation;
  }

  /** Nodes of large values are made only where a section asks for it. */
  private static MapNode sections(ValueTable values) {
    return Preparation.IN_VALUES.stream().anyMatch(values::containsKey)
        ? ValueNodes.toNode(values)
        : NOTHING;
  }

  /** One that is unusable declares nothing; its check will say so. */
  private static Optional<MapNode> schema(Chart chart) {
    try {
      return chart
          .schema()
          .map(file -> YamlReader.of(Dialect.HELM).first(file.content(), file.source()))
          .map(node -> node instanceof MapNode map ? map : null);
    } catch (YamlException e) {
      return Optional.empty();
    }
  }
}
