package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecWalk;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.budget.Meter;
import java.util.List;

/** Puts a text before or after names (builtins/PrefixTransformer.go, SuffixTransformer.go). */
public record AffixTransformer(String prefix, String suffix, List<FieldSpec> specs)
    implements Transformer {
  private static final String NAME = "metadata/name";
  private static final List<Gvk> SKIPPED =
      List.of(
          Gvk.of("", "", "CustomResourceDefinition"),
          Gvk.of("apiregistration.k8s.io", "", "APIService"),
          Gvk.of("", "", "Namespace"));

  public static AffixTransformer ofPrefix(String prefix, List<FieldSpec> specs) {
    return new AffixTransformer(prefix, "", specs);
  }

  public static AffixTransformer ofSuffix(String suffix, List<FieldSpec> specs) {
    return new AffixTransformer("", suffix, specs);
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    meter.output((long) (prefix.length() + suffix.length()) * resources.size());
    for (Resource resource : resources.list()) {
      ResourceId id = resource.originalId();
      if (SKIPPED.stream().anyMatch(id.gvk()::isSelectedBy)) {
        continue;
      }
      for (FieldSpec spec : specs) {
        if (id.gvk().isSelectedBy(spec.gvk())) {
          apply(spec, resource);
        }
      }
    }
  }

  private void apply(FieldSpec spec, Resource resource) {
    if (spec.path().equals(NAME)) {
      resource.addNamePrefix(prefix);
      resource.addNameSuffix(suffix);
      if (!prefix.isEmpty() || !suffix.isEmpty()) {
        resource.storePreviousId();
      }
    }
    new FieldSpecWalk(this::set, NodeKind.SCALAR, Tag.STRING).apply(spec, resource.node());
  }

  private void set(MutableNode name) {
    Fields.setScalar(name, MutableNode.scalar(prefix + name.value() + suffix));
  }
}
