package io.agentsrender.kustomize.patch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which one element is looked for, with their values
 * (kyaml/yaml/walk/associative_sequence.go).
 */
record MergeKeys(List<String> keys, List<String> values) {

  /** Leaves out the keys that no element of the list has. */
  static MergeKeys present(List<List<String>> valuesList, List<String> values, List<String> keys) {
    Set<String> present = new LinkedHashSet<>();
    for (List<String> ofElement : valuesList) {
      for (int i = 0; i < ofElement.size(); i++) {
        if (!ofElement.get(i).isEmpty()) {
          present.add(keys.get(i));
        }
      }
    }
    if (present.isEmpty()) {
      return new MergeKeys(keys, values);
    }
    List<String> presentValues = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty() || present.contains(keys.get(i))) {
        presentValues.add(values.get(i));
      }
    }
    return new MergeKeys(keys.stream().filter(present::contains).toList(), presentValues);
  }

  /**
   * The values of both, where they agree in one and differ at most by lacking another; else null.
   */
  static @Nullable List<String> equated(List<String> a, List<String> b) {
    if (a.size() != b.size()) {
      return null;
    }
    boolean common = false;
    List<String> both = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      String left = a.get(i);
      String right = b.get(i);
      if (left.equals(right)) {
        common = true;
      } else if (!left.isEmpty() && !right.isEmpty()) {
        return null;
      }
      both.add(left.isEmpty() ? right : left);
    }
    return common ? both : null;
  }
}
