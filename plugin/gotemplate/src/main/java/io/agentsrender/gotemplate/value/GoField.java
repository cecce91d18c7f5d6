package io.agentsrender.gotemplate.value;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a Go struct.
 *
 * @param tag the name and options of its {@code json} tag, as in {@code "name,omitempty"}; empty
 *     without one
 * @param embedded whether the fields of its own struct are reachable through the outer one
 * @param getter reads it from the struct's value
 */
public record GoField(
    String name,
    GoType type,
    String tag,
    boolean embedded,
    Function<Object, @Nullable Object> getter) {

  /** The field's value in a struct. */
  public @Nullable Object of(Object struct) {
    return getter.apply(struct);
  }
}
