package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecWalk;
import io.agentsrender.kustomize.kustomization.Replica;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import java.util.stream.Collectors;

/** Sets the number of replicas of workloads by name (builtins/ReplicaCountTransformer.go). */
public record ReplicaTransformer(Replica replica, List<FieldSpec> specs) implements Transformer {

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    boolean found = false;
    FieldSpecWalk walk = new FieldSpecWalk(this::set, NodeKind.SCALAR, Tag.INT);
    for (FieldSpec spec : specs) {
      List<Resource> matching =
          resources.withAnyId(
              id -> id.name().equals(replica.name()) && id.gvk().isSelectedBy(spec.gvk()));
      found |= !matching.isEmpty();
      matching.forEach(resource -> walk.apply(spec, resource.node()));
    }
    if (!found) {
      throw BuildFailure.of(
              "resource with name "
                  + replica.name()
                  + " does not match a config with the following GVK "
                  + specs.stream()
                      .map(spec -> spec.gvk().toString())
                      .collect(Collectors.joining(" ", "[", "]")))
          .at(replica.position());
    }
  }

  private void set(MutableNode count) {
    Fields.setScalar(count, MutableNode.tagged(Tag.INT, Long.toString(replica.count())));
  }
}
