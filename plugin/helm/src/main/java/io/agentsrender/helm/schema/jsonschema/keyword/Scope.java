package io.agentsrender.helm.schema.jsonschema.keyword;

import io.agentsrender.helm.schema.json.JsonPointer;
import io.agentsrender.helm.schema.json.SchemaException;
import org.jspecify.annotations.Nullable;

/**
 * The way of schemas that led to the one at hand.
 *
 * @param reference the keyword that led here, or "" where the schema stands inside of its parent
 * @param value counts the values on the way, so that scopes of one value have one number
 * @param depth how many schemas are around this one
 */
record Scope(Subschema schema, String reference, int value, @Nullable Scope parent, int depth) {
  /**
   * Far above what values and schemas of real charts need, far below what a thread's stack holds.
   */
  private static final int DEEPEST = 500;

  static Scope of(Subschema schema) {
    return new Scope(schema, "", 0, null, 0);
  }

  Scope inner(Subschema schema, String reference, int value) {
    if (depth == DEEPEST) {
      throw SchemaException.notSupported(
          "values and schemas that nest deeper than " + DEEPEST + " levels");
    }
    return new Scope(schema, reference, value, this, depth + 1);
  }

  /** The scope in which the same schema is already being applied to the same value. */
  @Nullable Scope cycle() {
    for (Scope scope = parent; scope != null && scope.value == value; scope = scope.parent) {
      if (scope.schema == schema) {
        return scope;
      }
    }
    return null;
  }

  /** The outermost schema whose resource has that dynamic anchor. */
  Subschema dynamicAnchor(String name, Subschema fallback) {
    Subschema found = fallback;
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Subschema anchored = scope.schema.resource().dynamicAnchor(name);
      found = anchored != null ? anchored : found;
    }
    return found;
  }

  /** The outermost schema whose resource says {@code "$recursiveAnchor": true}. */
  Subschema recursiveAnchor(Subschema fallback) {
    Subschema found = fallback;
    for (Scope scope = this; scope != null; scope = scope.parent) {
      found = scope.schema.resource().isRecursiveAnchor() ? scope.schema : found;
    }
    return found;
  }

  /** The way as keywords, beginning at the schema that was asked first. */
  String keywordLocation() {
    if (parent == null) {
      return "";
    }
    if (!reference.isEmpty()) {
      return parent.keywordLocation() + "/" + JsonPointer.escape(reference);
    }
    String own = schema.location();
    return parent.keywordLocation()
        + own.substring(Math.min(own.length(), parent.schema.location().length()));
  }
}
