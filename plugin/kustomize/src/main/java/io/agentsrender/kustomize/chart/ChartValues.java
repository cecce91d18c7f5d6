package io.agentsrender.kustomize.chart;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.conversion.DataNode;
import io.agentsrender.kustomize.node.conversion.NodeData;
import io.agentsrender.kustomize.node.conversion.NodeReader;
import io.agentsrender.kustomize.node.conversion.Passage;
import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.patch.StrategicMerge;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first value file that helm gets: a file, or that merged with what the kustomization writes in
 * place (builtins/HelmChartInflationGenerator.go, createNewMergedValuesFile).
 */
final class ChartValues {
  private static final List<String> MODES = List.of("merge", "override", "replace");

  private ChartValues() {}

  /**
   * @throws BuildFailure where there is no such way to merge
   */
  static String mode(String valuesMerge) {
    if (valuesMerge.isEmpty()) {
      return "override";
    }
    if (!MODES.contains(valuesMerge)) {
      throw BuildFailure.of("valuesMerge must be one of [merge override replace]");
    }
    return valuesMerge;
  }

  /** Values written in place, over or under those of a file, or alone. */
  static Content merge(
      String mode, Map<String, @Nullable Object> inline, Content file, OpenApi openApi) {
    if (mode.equals("replace")) {
      return written(floats(inline));
    }
    MutableNode ofFile =
        BuildFailure.wrapping(
            "could not parse values file into rnode", () -> NodeReader.values(file));
    MutableNode ofInline = DataNode.of(inline);
    StrategicMerge merge = StrategicMerge.ofValues(openApi);
    MutableNode merged =
        BuildFailure.<@Nullable MutableNode>wrapping(
            "could not merge values",
            () ->
                mode.equals("override")
                    ? merge.merge(ofInline, ofFile)
                    : merge.merge(ofFile, ofInline));
    return written(
        merged != null && merged.is(NodeKind.MAPPING)
            ? NodeData.ofObject(merged, Passage.DIRECT)
            : Map.of());
  }

  private static Content written(Map<String, ?> values) {
    return Content.ofText(YamlWriter.goYamlV2().write(values));
  }

  /** Every number has been a float64 on its way through JSON. */
  private static Map<String, @Nullable Object> floats(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> floats = LinkedHashMap.newLinkedHashMap(values.size());
    floats.putAll(NodeData.ofObject(DataNode.of(values)));
    return floats;
  }
}
