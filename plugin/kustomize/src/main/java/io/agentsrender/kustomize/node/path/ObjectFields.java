package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields every Kubernetes object has (kyaml/yaml/rnode.go). */
public final class ObjectFields {
  public static final String METADATA = "metadata";
  public static final String ANNOTATIONS = "annotations";
  public static final String LABELS = "labels";

  private ObjectFields() {}

  public static String kind(MutableNode object) {
    return text(object, "kind");
  }

  public static void setKind(MutableNode object, String kind) {
    Fields.set(object, "kind", MutableNode.scalar(kind));
  }

  public static String apiVersion(MutableNode object) {
    return text(object, "apiVersion");
  }

  public static void setApiVersion(MutableNode object, String apiVersion) {
    Fields.set(object, "apiVersion", MutableNode.scalar(apiVersion));
  }

  private static String text(MutableNode object, String field) {
    MutableNode value = Fields.find(object, field);
    return value == null ? "" : value.value();
  }

  public static String name(MutableNode object) {
    return metaText(object, "name");
  }

  public static void setName(MutableNode object, String name) {
    setMeta(object, "name", name);
  }

  public static String namespace(MutableNode object) {
    return metaText(object, "namespace");
  }

  /** Sets the namespace; the empty one removes the field. */
  public static void setNamespace(MutableNode object, String namespace) {
    if (namespace.isEmpty()) {
      Fields.remove(Fields.get(object, METADATA), "namespace");
    } else {
      setMeta(object, "namespace", namespace);
    }
  }

  private static void setMeta(MutableNode object, String field, String value) {
    MutableNode meta = Fields.getOrCreate(object, METADATA, NodeKind.MAPPING);
    if (meta != null) {
      Fields.set(meta, field, MutableNode.scalar(value));
    }
  }

  private static @Nullable MutableNode metadata(MutableNode object) {
    MutableNode meta = object.isTaggedNull() ? null : Fields.find(object, METADATA);
    return meta == null || meta.isEmpty() ? null : meta;
  }

  private static String metaText(MutableNode object, String field) {
    MutableNode value = Fields.find(metadata(object), field);
    return value == null || value.isEmpty() ? "" : value.value();
  }

  public static Map<String, String> annotations(MutableNode object) {
    return metaMap(object, ANNOTATIONS);
  }

  public static Map<String, String> labels(MutableNode object) {
    return metaMap(object, LABELS);
  }

  /** One annotation; null where there is none. */
  public static @Nullable String annotation(MutableNode object, String key) {
    MutableNode value = Fields.find(Fields.find(metadata(object), ANNOTATIONS), key);
    return value == null ? null : value.value();
  }

  private static Map<String, String> metaMap(MutableNode object, String field) {
    Map<String, String> result = new TreeMap<>();
    MutableNode map = Fields.find(metadata(object), field);
    if (map != null) {
      List<MutableNode> content = map.content();
      for (int i = 0; i + 1 < content.size(); i += 2) {
        result.put(content.get(i).value(), content.get(i + 1).value());
      }
    }
    return result;
  }

  /** Replaces all annotations; no longer any removes the field. */
  public static void setAnnotations(MutableNode object, Map<String, String> annotations) {
    setMetaMap(object, ANNOTATIONS, annotations);
  }

  /** Replaces all labels; no longer any removes the field. */
  public static void setLabels(MutableNode object, Map<String, String> labels) {
    setMetaMap(object, LABELS, labels);
  }

  private static void setMetaMap(MutableNode object, String field, Map<String, String> values) {
    MutableNode meta = Fields.getOrCreate(object, METADATA, NodeKind.MAPPING);
    if (meta == null) {
      return;
    }
    Fields.remove(meta, field);
    if (values.isEmpty()) {
      return;
    }
    MutableNode map = Fields.getOrCreate(meta, field, NodeKind.MAPPING);
    if (map != null) {
      new TreeMap<>(values)
          .forEach((key, value) -> Fields.set(map, key, MutableNode.string(value)));
    }
  }

  /** Sets one annotation as text; an empty map of annotations is replaced (kyaml SetAnnotation). */
  public static void setAnnotation(MutableNode object, String key, String value) {
    MutableNode meta = Fields.get(object, METADATA);
    if (meta != null) {
      removeIfEmpty(meta, ANNOTATIONS);
    }
    removeIfEmpty(object, METADATA);
    addMeta(object, ANNOTATIONS, key, value);
  }

  private static void removeIfEmpty(MutableNode map, String field) {
    Kinds.require(map, NodeKind.MAPPING);
    MutableNode value = Fields.find(map, field);
    if (value != null && value.content().isEmpty()) {
      Fields.remove(map, field);
    }
  }

  /** Sets one label as text (kyaml SetLabel). */
  public static void setLabel(MutableNode object, String key, String value) {
    addMeta(object, LABELS, key, value);
  }

  private static void addMeta(MutableNode object, String field, String key, String value) {
    MutableNode map = NodePath.findOrCreate(object, NodeKind.MAPPING, METADATA, field);
    if (map != null) {
      MutableNode text = MutableNode.string(value);
      text.setStyle(io.agentsrender.yaml.ScalarStyle.SINGLE_QUOTED);
      Fields.set(map, key, text);
    }
  }
}
