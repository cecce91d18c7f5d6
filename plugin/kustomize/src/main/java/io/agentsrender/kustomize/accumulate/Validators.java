package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.conversion.NodeData;
import io.agentsrender.kustomize.node.path.ObjectFields;
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

  /** An object at one time. */
  private record Content(ResourceId id, Map<String, @Nullable Object> fields) {}

  Validators(Target target) {
    this.target = target;
  }

  void run(Accumulator accumulator) {
    List<Transformers.Step> validators =
        new Plugins(target).transformers(target.kustomization().validators());
    ResourceSet resources = accumulator.resources();
    for (Transformers.Step validator : validators) {
      List<Content> before = contents(resources);
      validator.run(resources, target.context().meter());
      String difference = difference(before, contents(resources));
      if (difference != null) {
        throw BuildFailure.of("validator shouldn't modify the resource map: " + difference)
            .at(validator.position())
            .withAdvice("List it in \"transformers\" if it is meant to change something.");
      }
    }
  }

  /** As reswrangler.go says it (ErrorIfNotEqualSets), but without the objects. */
  private static @Nullable String difference(List<Content> before, List<Content> after) {
    if (before.size() != after.size()) {
      return "lists have different number of entries";
    }
    for (Content content : before) {
      List<Content> same = after.stream().filter(other -> other.id.isSame(content.id)).toList();
      if (same.isEmpty()) {
        return "id in self missing from other; id: " + content.id;
      }
      if (!same.getFirst().fields.equals(content.fields)) {
        return "nodes unequal: " + content.id;
      }
    }
    return null;
  }

  private static List<Content> contents(ResourceSet resources) {
    List<Content> contents = new ArrayList<>();
    for (Resource resource : resources.list()) {
      Resource copy = resource.copy();
      Map<String, String> labels = copy.labels();
      if (labels.remove(MARK) != null) {
        ObjectFields.setLabels(copy.node(), labels);
      }
      contents.add(new Content(copy.id(), NodeData.ofObject(copy.node())));
    }
    return contents;
  }
}
