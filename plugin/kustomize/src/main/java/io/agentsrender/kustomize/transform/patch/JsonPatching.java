package io.agentsrender.kustomize.transform.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.conversion.DataNode;
import io.agentsrender.kustomize.node.conversion.NodeData;
import io.agentsrender.kustomize.patch.JsonPatch;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies a JSON patch to a resource, which becomes JSON and back on the way. */
final class JsonPatching {
  private JsonPatching() {}

  /** What the build keeps in annotations survives (api/filters/patchjson6902). */
  static void apply(JsonPatch patch, Resource resource, @Nullable Position place, Meter meter) {
    Map<String, String> internal = resource.internalAnnotations();
    Object patched;
    try {
      patched = patch.apply(NodeData.ofObject(resource.node()), meter);
    } catch (BuildFailure failure) {
      throw failure.at(place);
    }
    if (!(patched instanceof Map<?, ?> object)) {
      String kind = patched instanceof List ? "array" : "string";
      throw BuildFailure.of(
          "json: cannot unmarshal " + kind + " into Go value of type map[string]interface {}");
    }
    resource.replaceNode(DataNode.of(object));
    resource.provenance().addPatch(place);
    Map<String, String> annotations = resource.annotations();
    annotations.putAll(internal);
    resource.setAnnotations(annotations);
  }
}
