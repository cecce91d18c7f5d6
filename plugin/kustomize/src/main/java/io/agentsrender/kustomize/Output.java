package io.agentsrender.kustomize;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.conversion.NodeData;
import io.agentsrender.kustomize.node.conversion.OutputNode;
import io.agentsrender.kustomize.resource.DocumentCache;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.manifest.Origin;
import io.agentsrender.source.Position;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Meter;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finished resources as text and as objects. */
record Output(List<KustomizeResult.BuiltResource> resources, String yaml) {

  static Output of(List<Resource> resources, DocumentCache cache, Meter meter) {
    StringBuilder yaml = new StringBuilder();
    List<KustomizeResult.BuiltResource> built = new ArrayList<>(resources.size());
    int written = 0;
    for (Resource resource : resources) {
      if (!yaml.isEmpty()) {
        yaml.append("---\n");
      }
      yaml.append(text(resource, cache));
      meter.output(yaml.length() - written);
      written = yaml.length();
      built.add(built(resource));
    }
    meter.checkTime();
    return new Output(built, yaml.toString());
  }

  private static String text(Resource resource, DocumentCache cache) {
    try {
      Map<String, @Nullable Object> object = NodeData.ofObject(resource.node());
      return cache.text(object, () -> YamlWriter.goYamlV2().write(object));
    } catch (RenderException unwritable) {
      throw BuildFailure.of(unwritable).at(resource.provenance().position());
    } catch (BuildFailure failure) {
      throw failure.at(resource.provenance().position());
    }
  }

  private static KustomizeResult.BuiltResource built(Resource resource) {
    Position known = resource.provenance().position();
    Position place = known == null ? Position.ofFile("") : known;
    Origin origin = new Origin(place, Optional.ofNullable(resource.provenance().release()));
    return new KustomizeResult.BuiltResource(
        new KubernetesObject(OutputNode.of(resource.node(), place), origin),
        resource.provenance().patches());
  }
}
