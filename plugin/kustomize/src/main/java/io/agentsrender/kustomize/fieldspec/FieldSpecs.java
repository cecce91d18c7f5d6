package io.agentsrender.kustomize.fieldspec;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.KindOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists of field specs, put together as kustomize does (api/types/fieldspec.go, FsSlice). */
public final class FieldSpecs {
  private static final Comparator<FieldSpec> ORDER =
      Comparator.comparing(FieldSpec::gvk, KindOrder.LEGACY.comparator());

  private FieldSpecs() {}

  /**
   * The first list and what it lacks of the second.
   *
   * @throws BuildFailure {@code conflicting fieldspecs} where they differ in whether to create a
   *     field
   */
  public static List<FieldSpec> merge(List<FieldSpec> specs, List<FieldSpec> incoming) {
    if (incoming.isEmpty()) {
      return specs;
    }
    List<FieldSpec> merged = new ArrayList<>(specs);
    for (FieldSpec spec : incoming) {
      add(merged, spec);
    }
    return merged;
  }

  private static void add(List<FieldSpec> specs, FieldSpec incoming) {
    for (FieldSpec known : specs) {
      if (known.covers(incoming)) {
        if (known.create() != incoming.create()) {
          throw BuildFailure.of("conflicting fieldspecs")
              .withAdvice(
                  "Two configurations of the path \""
                      + incoming.path()
                      + "\" differ in \"create\"; make them say the same.");
        }
        return;
      }
    }
    specs.add(incoming);
  }

  static List<FieldSpec> sorted(List<FieldSpec> specs) {
    return specs.stream().sorted(ORDER).toList();
  }
}
