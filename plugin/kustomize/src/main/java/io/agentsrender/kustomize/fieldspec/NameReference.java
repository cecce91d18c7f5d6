package io.agentsrender.kustomize.fieldspec;

import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.KindOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The fields that hold names of one kind of object.
 *
 * @param target the kind that is named
 * @param referrers where its names stand
 */
public record NameReference(Gvk target, List<FieldSpec> referrers) {
  private static final Comparator<NameReference> ORDER =
      Comparator.comparing(NameReference::target, KindOrder.LEGACY.comparator());

  /** The first list and what it lacks of the second (builtinconfig/namebackreferences.go). */
  static List<NameReference> merge(List<NameReference> references, List<NameReference> incoming) {
    List<NameReference> merged = new ArrayList<>(references);
    for (NameReference reference : incoming) {
      boolean found = false;
      for (int i = 0; i < merged.size(); i++) {
        NameReference known = merged.get(i);
        if (known.target.isSame(reference.target)) {
          merged.set(
              i,
              new NameReference(
                  known.target, FieldSpecs.merge(known.referrers, reference.referrers)));
          found = true;
        }
      }
      if (!found) {
        merged.add(reference);
      }
    }
    return merged;
  }

  static List<NameReference> sorted(List<NameReference> references) {
    return references.stream().sorted(ORDER).toList();
  }
}
