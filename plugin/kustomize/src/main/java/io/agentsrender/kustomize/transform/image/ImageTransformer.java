package io.agentsrender.kustomize.transform.image;

import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecWalk;
import io.agentsrender.kustomize.kustomization.Image;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.path.Elements;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.Kinds;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.transform.Transformer;
import io.agentsrender.source.budget.Meter;
import java.util.List;

/**
 * Changes images of one name: in every list of containers, however deep, and where the specs say
 * (builtins/ImageTagTransformer.go, api/filters/imagetag).
 */
public final class ImageTransformer implements Transformer {
  private final ImageRewrite rewrite;
  private final List<FieldSpec> specs;
  private final int size;

  public ImageTransformer(Image image, List<FieldSpec> specs) {
    this.rewrite = new ImageRewrite(image);
    this.specs = specs;
    this.size = image.newName().length() + image.newTag().length() + image.digest().length();
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    meter.output((long) size * resources.size());
    FieldSpecWalk walk = FieldSpecWalk.existing(this::set);
    List<Resource> changed =
        resources.list().stream()
            .filter(resource -> !resource.kind().equals("CustomResourceDefinition"))
            .toList();
    changed.forEach(resource -> findContainers(resource.node()));
    changed.forEach(resource -> walk.apply(specs, resource.node()));
  }

  private void findContainers(MutableNode node) {
    switch (node.kind()) {
      case MAPPING ->
          Fields.visit(
              node,
              (name, value) -> {
                findContainers(value);
                if (value.is(NodeKind.SEQUENCE) && isContainers(name)) {
                  Elements.of(value).forEach(this::setOfContainer);
                }
              });
      case SEQUENCE -> Elements.of(node).forEach(this::findContainers);
      case SCALAR, NONE -> {}
    }
  }

  private static boolean isContainers(String name) {
    return name.equals("containers") || name.equals("initContainers");
  }

  private void setOfContainer(MutableNode container) {
    MutableNode image = Fields.get(container, "image");
    if (image != null) {
      set(image);
    }
  }

  private void set(MutableNode image) {
    Kinds.require(image, NodeKind.SCALAR);
    String changed = rewrite.apply(image.value());
    if (changed != null) {
      Fields.setScalar(image, MutableNode.scalar(changed));
    }
  }
}
