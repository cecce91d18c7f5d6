package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.NodeData;
import io.agentsrender.kustomize.node.ObjectFields;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Transformers that may change nothing, but for a mark that they were there. */
final class Validators {
  private static final String MARK = "validated-by";

  private final Target target;

  Validators(Target target) {
    this.target = target;
  }

  void run(Accumulator accumulator) {
    List<Transformers.Step> validators =
        new Plugins(target).transformers(target.kustomization().validators());
    ResourceSet resources = accumulator.resources();
    for (Transformers.Step validator : validators) {
      List<Map<String, @Nullable Object>> before = contents(resources);
      validator.transformer().transform(resources);
      if (!contents(resources).equals(before)) {
        throw BuildFailure.of("validator shouldn't modify the resource map: nodes unequal");
      }
    }
  }

  private static List<Map<String, @Nullable Object>> contents(ResourceSet resources) {
    List<Map<String, @Nullable Object>> contents = new ArrayList<>();
    for (Resource resource : resources.list()) {
      Resource copy = resource.copy();
      Map<String, String> labels = copy.labels();
      if (labels.remove(MARK) != null) {
        ObjectFields.setLabels(copy.node(), labels);
      }
      contents.add(NodeData.ofObject(copy.node()));
    }
    return contents;
  }
}
