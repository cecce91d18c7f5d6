package io.agentsrender.kustomize.fieldspec;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Elements;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.node.path.ObjectFields;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes to the fields that a spec names, and has each changed (api/filters/fieldspec/fieldspec.go).
 *
 * @param change what is done to each field
 * @param createKind what a field is made as; {@link NodeKind#NONE} to make none
 * @param createTag the tag for a null that is there instead
 */
public record FieldSpecWalk(Consumer<MutableNode> change, NodeKind createKind, String createTag) {

  /** A walk that changes what exists and makes nothing. */
  public static FieldSpecWalk existing(Consumer<MutableNode> change) {
    return new FieldSpecWalk(change, NodeKind.NONE, Tag.NONE);
  }

  public void apply(List<FieldSpec> specs, MutableNode object) {
    for (FieldSpec spec : specs) {
      apply(spec, object);
    }
  }

  public void apply(FieldSpec spec, MutableNode object) {
    if (!fits(spec.gvk(), object)) {
      return;
    }
    try {
      walk(spec, spec.parts(), object);
    } catch (BuildFailure failure) {
      throw failure.wrap("considering field '" + spec.path() + "' of object " + id(object));
    }
  }

  private static boolean fits(Gvk wanted, MutableNode object) {
    if (!wanted.kind().isEmpty() && !wanted.kind().equals(ObjectFields.kind(object))) {
      return false;
    }
    if (wanted.group().isEmpty() && wanted.version().isEmpty()) {
      return true;
    }
    return Gvk.of(ObjectFields.apiVersion(object), ObjectFields.kind(object)).isSelectedBy(wanted);
  }

  private static ResourceId id(MutableNode object) {
    return new ResourceId(
        Gvk.of(ObjectFields.apiVersion(object), ObjectFields.kind(object)),
        ObjectFields.name(object),
        ObjectFields.namespace(object));
  }

  private void walk(FieldSpec spec, List<String> path, MutableNode node) {
    if (path.isEmpty()) {
      change.accept(node);
      return;
    }
    if (node.isTaggedNull()) {
      return;
    }
    switch (node.kind()) {
      case SEQUENCE -> {
        for (MutableNode element : Elements.of(node)) {
          try {
            walk(spec, path, element);
          } catch (BuildFailure failure) {
            throw failure.wrap("visit traversal on path: [" + String.join(" ", path) + "]");
          }
        }
      }
      case MAPPING -> walkField(spec, path, node);
      default -> throw BuildFailure.of("expected sequence or mapping node").at(node.position());
    }
  }

  private void walkField(FieldSpec spec, List<String> path, MutableNode map) {
    String part = path.getFirst();
    boolean isList = part.endsWith("[]");
    String name = isList ? part.substring(0, part.length() - 2) : part;
    if (name.isEmpty()) {
      throw BuildFailure.of("cannot set or create an empty field name");
    }
    NodeKind kind;
    String tag = Tag.NONE;
    boolean create = spec.create() && createKind != NodeKind.NONE && !isList;
    if (!create) {
      kind = isList ? NodeKind.SEQUENCE : NodeKind.NONE;
    } else if (path.size() <= 1) {
      kind = createKind;
      tag = createTag;
    } else {
      kind = NodeKind.MAPPING;
      tag = Tag.MAP;
    }
    MutableNode field = field(map, name, create ? kind : NodeKind.NONE);
    if (field == null) {
      return;
    }
    if (field.isTaggedNull() && kind != NodeKind.NONE) {
      field.setKind(kind);
      field.setTag(tag);
    }
    walk(spec, path.subList(1, path.size()), field);
  }

  private static @Nullable MutableNode field(MutableNode map, String name, NodeKind create) {
    try {
      return create == NodeKind.NONE
          ? NodePath.find(map, name)
          : NodePath.findOrCreate(map, create, name);
    } catch (BuildFailure failure) {
      throw failure.wrap("fieldName: " + name);
    }
  }
}
