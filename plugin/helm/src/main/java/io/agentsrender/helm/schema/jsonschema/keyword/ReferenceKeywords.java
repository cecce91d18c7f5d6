package io.agentsrender.helm.schema.jsonschema.keyword;

import org.jspecify.annotations.Nullable;

/** Schemas that stand elsewhere. */
public final class ReferenceKeywords {
  private ReferenceKeywords() {}

  /**
   * @param aloneCounts whether nothing beside the reference is looked at, as until draft 7
   */
  public static Keyword ref(Subschema target, boolean aloneCounts) {
    return evaluation -> {
      evaluation.add(evaluation.reference(target, "$ref"));
      return !aloneCounts;
    };
  }

  public static Keyword recursiveRef(Subschema target) {
    return evaluation -> {
      Subschema found =
          target.isRecursiveAnchor() ? evaluation.scope().recursiveAnchor(target) : target;
      evaluation.add(evaluation.reference(found, "$recursiveRef"));
      return true;
    };
  }

  /**
   * @param anchor the name in the reference, where that carries the target as a dynamic anchor;
   *     null for a reference that always leads to the same place
   */
  public static Keyword dynamicRef(Subschema target, @Nullable String anchor) {
    return evaluation -> {
      Subschema found = anchor == null ? target : evaluation.scope().dynamicAnchor(anchor, target);
      evaluation.add(evaluation.reference(found, "$dynamicRef"));
      return true;
    };
  }
}
