package io.agentsrender.gotemplate.value;

import org.jspecify.annotations.Nullable;

/**
 * A pointer to a Go value; two are equal where they point to the same one.
 *
 * @param target a struct, or another value of a type that has methods
 */
public record GoPointer(Object target) implements GoObject {
  /** What a value is at the end of all pointers; a nil pointer ends them too. */
  public static Object follow(Object value) {
    Object target = value;
    while (target instanceof GoPointer pointer) {
      target = pointer.target;
    }
    return target;
  }

  @Override
  public GoType type() {
    return GoType.pointerTo(GoTypes.typeOf(target));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // That is what equal pointers are.
  public boolean equals(@Nullable Object other) {
    return other instanceof GoPointer that && target == that.target;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(target);
  }
}
