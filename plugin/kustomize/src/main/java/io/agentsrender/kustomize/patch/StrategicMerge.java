package io.agentsrender.kustomize.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.GoStrings;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.Kinds;
import io.agentsrender.kustomize.node.path.ObjectFields;
import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.openapi.Schema;
import io.agentsrender.kustomize.openapi.TypeName;
import io.agentsrender.yaml.ScalarStyle;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges a patch into a target, both walked side by side with what is known of their type
 * (kyaml/yaml/merge2 and kyaml/yaml/walk). The target then holds parts of the patch itself, not
 * copies.
 */
public final class StrategicMerge {
  private final OpenApi openApi;
  private final boolean prepend;

  private StrategicMerge(OpenApi openApi, boolean prepend) {
    this.openApi = openApi;
    this.prepend = prepend;
  }

  /** A patch of a resource: what it adds to lists comes first. */
  public static StrategicMerge ofPatches(OpenApi openApi) {
    return new StrategicMerge(openApi, true);
  }

  /** A merge of values: what is added to lists comes last. */
  public static StrategicMerge ofValues(OpenApi openApi) {
    return new StrategicMerge(openApi, false);
  }

  /**
   * Changes {@code target}.
   *
   * @return what the target is to be: itself, the patch where that replaces it, or null where it is
   *     deleted
   */
  public @Nullable MutableNode merge(MutableNode patch, MutableNode target) {
    Merged merged = walk(target, patch, null);
    return merged == null ? null : merged.node;
  }

  /**
   * What a pair of nodes became.
   *
   * @param keepNull whether a null stands there on purpose
   */
  record Merged(MutableNode node, boolean keepNull) {
    static @Nullable Merged of(@Nullable MutableNode node) {
      return node == null ? null : new Merged(node, false);
    }
  }

  boolean prepends() {
    return prepend;
  }

  OpenApi openApi() {
    return openApi;
  }

  @Nullable Merged walk(
      @Nullable MutableNode target, @Nullable MutableNode patch, @Nullable Schema known) {
    Schema schema = known != null ? known : schemaOf(target, patch);
    NodeKind kind = kind(target, patch);
    if (kind != NodeKind.NONE) {
      Kinds.require(target, kind);
      Kinds.require(patch, kind);
    }
    return switch (kind) {
      case NONE, MAPPING -> walkMap(target, patch, schema);
      case SCALAR -> Merged.of(patch != null ? patch : target);
      case SEQUENCE -> {
        takeStyle(target, patch);
        if (schema == null || !schema.merges()) {
          yield Merged.of(patch != null ? patch : target);
        }
        yield Merged.of(new AssociativeList(this, schema).merge(target, patch));
      }
    };
  }

  private static NodeKind kind(@Nullable MutableNode target, @Nullable MutableNode patch) {
    MutableNode first = Fields.present(target) == null ? Fields.present(patch) : target;
    return first == null ? NodeKind.NONE : first.kind();
  }

  private @Nullable Schema schemaOf(@Nullable MutableNode target, @Nullable MutableNode patch) {
    Schema schema = schemaOf(target);
    return schema != null ? schema : schemaOf(patch);
  }

  /** Objects say their type, also those inside others. */
  private @Nullable Schema schemaOf(@Nullable MutableNode node) {
    if (node == null || node.isTaggedNull() || !node.is(NodeKind.MAPPING)) {
      return null;
    }
    String kind = ObjectFields.kind(node);
    String apiVersion = ObjectFields.apiVersion(node);
    return kind.isEmpty() || apiVersion.isEmpty()
        ? null
        : openApi.ofType(new TypeName(apiVersion, kind));
  }

  private @Nullable Merged walkMap(
      @Nullable MutableNode target, @Nullable MutableNode patch, @Nullable Schema schema) {
    Merged merged = visitMap(target, patch);
    if (merged == null) {
      return null;
    }
    MutableNode dest = merged.node;
    TreeSet<String> names = new TreeSet<>(GoStrings::compare);
    addNames(names, dest);
    addNames(names, patch);
    for (String name : names) {
      MutableNode below = Fields.find(patch, name);
      Schema field = schema == null ? null : openApi.field(schema, name);
      Merged value = walk(Fields.find(dest, name), below, field);
      boolean ofPatch = value != null && value.node == below;
      Fields.set(
          dest,
          name,
          value == null ? null : value.node,
          ofPatch ? keyStyle(patch, name) : ScalarStyle.PLAIN,
          value != null && value.keepNull);
    }
    return merged;
  }

  private static ScalarStyle keyStyle(@Nullable MutableNode map, String name) {
    MutableNode key = Fields.findKey(map, name);
    return key == null ? ScalarStyle.PLAIN : key.style();
  }

  private static void addNames(TreeSet<String> names, @Nullable MutableNode map) {
    if (map != null && map.is(NodeKind.MAPPING)) {
      names.addAll(Fields.names(map));
    }
  }

  private static @Nullable Merged visitMap(
      @Nullable MutableNode target, @Nullable MutableNode patch) {
    takeStyle(target, patch);
    if (Fields.present(target) == null) {
      if (takesDelete(patch)) {
        return null;
      }
      if (patch == null && target != null && !target.value().isEmpty()) {
        // A null that was written down stays; one that is only an empty place goes.
        return new Merged(MutableNode.tagged(Tag.NULL, target.value()), true);
      }
      return Merged.of(patch);
    }
    if (patch != null && patch.isTaggedNull()) {
      return null;
    }
    return switch (Directive.take(patch)) {
      case DELETE -> null;
      case REPLACE -> Merged.of(patch);
      case MERGE -> Merged.of(target);
    };
  }

  /**
   * Where there is nothing to patch, only deletion counts, and even a wrong directive is forgiven.
   */
  private static boolean takesDelete(@Nullable MutableNode patch) {
    if (patch == null || patch.is(NodeKind.SCALAR) || patch.is(NodeKind.NONE)) {
      return false;
    }
    try {
      return Directive.take(patch) == Directive.DELETE;
    } catch (BuildFailure unknown) {
      return false;
    }
  }

  static void takeStyle(@Nullable MutableNode target, @Nullable MutableNode patch) {
    if (target != null
        && patch != null
        && !target.is(NodeKind.SCALAR)
        && target.content().isEmpty()) {
      target.takeStyleOf(patch);
    }
  }
}
