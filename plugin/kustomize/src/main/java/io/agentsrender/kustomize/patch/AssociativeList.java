package io.agentsrender.kustomize.patch;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.path.Elements;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.openapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges lists whose elements are told apart by some of their fields, or are plain values
 * (kyaml/yaml/walk/associative_sequence.go). Where two fields do, and one side lacks the second, it
 * does what kyaml does, which is not always what one would expect.
 */
final class AssociativeList {
  private static final List<String> PLAIN = List.of("");

  private final StrategicMerge merge;
  private final Schema schema;

  AssociativeList(StrategicMerge merge, Schema schema) {
    this.merge = merge;
    this.schema = schema;
  }

  @Nullable MutableNode merge(@Nullable MutableNode target, @Nullable MutableNode patch) {
    MutableNode dest = visit(target, patch);
    if (dest == null) {
      return null;
    }
    List<String> keys = schema.mergeKeys();
    return keys.isEmpty()
        ? mergeElements(dest, patch, plainValues(dest, patch), PLAIN)
        : mergeElements(dest, patch, elementValues(dest, patch, keys), keys);
  }

  private static @Nullable MutableNode visit(
      @Nullable MutableNode target, @Nullable MutableNode patch) {
    if (Fields.present(target) == null) {
      return patch;
    }
    if (patch != null && patch.isTaggedNull()) {
      return null;
    }
    return switch (Directive.take(patch)) {
      case DELETE -> null;
      case REPLACE -> patch;
      case MERGE -> target;
    };
  }

  private List<@Nullable MutableNode> sources(MutableNode dest, @Nullable MutableNode patch) {
    List<@Nullable MutableNode> sources = new ArrayList<>(2);
    sources.add(merge.prepends() ? patch : dest);
    sources.add(merge.prepends() ? dest : patch);
    return sources;
  }

  /**
   * The values of the keys in each element, each combination once; the empty text where one lacks.
   */
  private List<List<String>> elementValues(
      MutableNode dest, @Nullable MutableNode patch, List<String> keys) {
    Set<List<String>> values = new LinkedHashSet<>();
    for (MutableNode source : sources(dest, patch)) {
      if (source == null) {
        continue;
      }
      for (MutableNode element : source.content()) {
        List<String> ofElement = new ArrayList<>(keys.size());
        for (String key : keys) {
          MutableNode field = Fields.find(element, key);
          ofElement.add(field == null || field.isEmpty() ? "" : field.value());
        }
        values.add(ofElement);
      }
    }
    return new ArrayList<>(values);
  }

  private List<List<String>> plainValues(MutableNode dest, @Nullable MutableNode patch) {
    Set<List<String>> values = new LinkedHashSet<>();
    for (MutableNode source : sources(dest, patch)) {
      if (source != null) {
        source.content().forEach(element -> values.add(List.of(element.value())));
      }
    }
    return new ArrayList<>(values);
  }

  private @Nullable MutableNode mergeElements(
      MutableNode dest,
      @Nullable MutableNode patch,
      List<List<String>> valuesList,
      List<String> keys) {
    if (keys.size() > 1) {
      equate(valuesList);
    }
    Schema elementSchema = merge.openApi().elements(schema);
    MutableNode added = MutableNode.list();
    MergeKeys used = new MergeKeys(List.of(), List.of());
    for (List<String> values : valuesList) {
      used = MergeKeys.present(valuesList, values, keys);
      mergeElement(dest, patch, used, elementSchema, added);
    }
    MutableNode merged = dest;
    if (!valuesList.isEmpty()) {
      merged =
          merge.prepends() ? append(added, dest, used.keys()) : append(dest, added, used.keys());
    }
    return merged.isTaggedNull() ? null : merged;
  }

  private void mergeElement(
      MutableNode dest,
      @Nullable MutableNode patch,
      MergeKeys used,
      @Nullable Schema elementSchema,
      MutableNode added) {
    MergeKeys own = MergeKeys.present(List.of(used.values()), used.values(), used.keys());
    StrategicMerge.Merged merged =
        merge.walk(element(dest, own), element(patch, own), elementSchema);
    MutableNode element = merged == null ? null : merged.node();
    if (element == null || element.isTaggedNull() || isEmptyMap(element)) {
      for (int i = 0; i < used.keys().size(); i++) {
        Elements.set(dest, null, used.keys(), used.values());
      }
      if (!used.keys().isEmpty()) {
        return;
      }
    } else {
      addKeys(element, used);
    }
    Elements.set(added, element, used.keys(), used.values());
  }

  private static void addKeys(MutableNode element, MergeKeys used) {
    for (int i = 0; i < used.keys().size(); i++) {
      String key = used.keys().get(i);
      String value = used.values().get(i);
      if (value.isEmpty() || Fields.find(element, key) != null) {
        continue;
      }
      if (key.isEmpty()) {
        Fields.setScalar(element, MutableNode.scalar(value));
      } else {
        Fields.set(element, key, MutableNode.scalar(value));
      }
    }
  }

  private static boolean isEmptyMap(MutableNode node) {
    return node.is(NodeKind.MAPPING) && node.content().isEmpty();
  }

  private static @Nullable MutableNode element(@Nullable MutableNode list, MergeKeys keys) {
    return list == null || !list.is(NodeKind.SEQUENCE)
        ? null
        : Elements.find(list, keys.keys(), keys.values());
  }

  /** Two elements with one value in common, of which one lacks the other, count as the same. */
  private static void equate(List<List<String>> valuesList) {
    for (int i = 0; i < valuesList.size(); i++) {
      List<String> outer = valuesList.get(i);
      for (int j = 0; j < valuesList.size(); j++) {
        List<String> same = MergeKeys.equated(outer, valuesList.get(j));
        if (same != null) {
          valuesList.set(i, same);
          valuesList.set(j, same);
        }
      }
    }
  }

  /** Adds elements that are not there yet, in the order of the second list. */
  private static MutableNode append(MutableNode dst, MutableNode src, List<String> keys) {
    for (MutableNode element : List.copyOf(src.content())) {
      if (keys.getFirst().isEmpty()) {
        Elements.set(dst, element, PLAIN, List.of(element.value()));
        continue;
      }
      List<String> values = new ArrayList<>(keys.size());
      for (String key : keys) {
        MutableNode value = Fields.get(element, key);
        if (value == null) {
          dst.content().add(element);
        } else {
          values.add(value.value());
        }
      }
      if (keys.size() > 1) {
        Elements.set(dst, null, keys, values);
      }
      Elements.set(dst, element, keys, values);
    }
    return dst;
  }
}
