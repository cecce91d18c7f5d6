package io.agentsrender.kustomize.resource;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.path.ObjectFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the build annotations of an object tell, each a list with commas. */
public final class History {
  private History() {}

  /**
   * What an object was called before, the oldest first (api/internal/utils/makeResIds.go, PrevIds).
   */
  static List<ResourceId> previousIds(MutableNode object) {
    String names = ObjectFields.annotation(object, BuildAnnotations.PREVIOUS_NAMES);
    if (names == null) {
      return List.of();
    }
    List<String> nameList = split(names);
    List<String> namespaces =
        split(ObjectFields.annotation(object, BuildAnnotations.PREVIOUS_NAMESPACES));
    List<String> kinds = split(ObjectFields.annotation(object, BuildAnnotations.PREVIOUS_KINDS));
    if (nameList.size() != namespaces.size() || nameList.size() != kinds.size()) {
      throw BuildFailure.of(
          "number of previous names, number of previous namespaces, number of previous kinds not"
              + " equal");
    }
    String apiVersion = ObjectFields.apiVersion(object);
    List<ResourceId> ids = new ArrayList<>(nameList.size());
    for (int i = 0; i < nameList.size(); i++) {
      ids.add(new ResourceId(Gvk.of(apiVersion, kinds.get(i)), nameList.get(i), namespaces.get(i)));
    }
    return ids;
  }

  /** What an object is called and was called; scopes are not looked up (utils.MakeResIds). */
  public static List<ResourceId> unscopedIds(MutableNode object) {
    List<ResourceId> ids = new ArrayList<>();
    ids.add(
        new ResourceId(
            Gvk.of(ObjectFields.apiVersion(object), ObjectFields.kind(object)),
            ObjectFields.name(object),
            ObjectFields.namespace(object)));
    ids.addAll(previousIds(object));
    return ids;
  }

  static void append(MutableNode object, String key, String value) {
    if (!value.isEmpty()) {
      String known = ObjectFields.annotation(object, key);
      ObjectFields.setAnnotation(object, key, known == null ? value : known + "," + value);
    }
  }

  /** Whether the shorter of both lists ends the longer (api/internal/utils SameEndingSubSlice). */
  static boolean endAlike(MutableNode a, MutableNode b, String key, boolean lenient) {
    String left = ObjectFields.annotation(a, key);
    String right = ObjectFields.annotation(b, key);
    if (left == null || right == null) {
      return lenient || (left == null && right == null);
    }
    List<String> shorter = split(left);
    List<String> longer = split(right);
    if (shorter.size() > longer.size()) {
      List<String> swapped = shorter;
      shorter = longer;
      longer = swapped;
    }
    return longer.subList(longer.size() - shorter.size(), longer.size()).equals(shorter);
  }

  private static List<String> split(@Nullable String text) {
    return List.of((text == null ? "" : text).split(",", -1));
  }
}
