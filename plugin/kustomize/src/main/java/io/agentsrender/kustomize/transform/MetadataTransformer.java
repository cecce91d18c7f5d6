package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecWalk;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import java.util.Map;

/**
 * Puts labels or annotations into the maps that the specs name (api/filters/labels, annotations).
 *
 * @param entries sorted by key
 */
public record MetadataTransformer(Map<String, String> entries, List<FieldSpec> specs)
    implements Transformer {

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    if (entries.isEmpty()) {
      return;
    }
    meter.step((long) entries.size() * resources.size());
    resources.list().forEach(resource -> set(resource.node()));
    resources.dropEmpty();
  }

  /** In one object a value is one node in all its places: a later patch of one changes all. */
  private void set(MutableNode object) {
    entries.forEach((key, text) -> {
      MutableNode value = MutableNode.tagged(Tag.STRING, text);
      new FieldSpecWalk(map -> Fields.set(map, key, value), NodeKind.MAPPING, Tag.MAP)
          .apply(specs, object);
    });
  }
}
