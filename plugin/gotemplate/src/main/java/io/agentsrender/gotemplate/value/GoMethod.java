package io.agentsrender.gotemplate.value;

import org.jspecify.annotations.Nullable;

/**
 * A method of a Go type.
 *
 * @param onPointer whether its receiver is a pointer: it is then seen through pointers and in
 *     fields reached through pointers, but not on a copy of the value
 */
public record GoMethod(String name, Signature signature, boolean onPointer, Body body) {

  /** What the method does; {@code arguments} are as {@link Signature} declares them. */
  @FunctionalInterface
  public interface Body {
    @Nullable Object call(Object receiver, @Nullable Object[] arguments);
  }
}
