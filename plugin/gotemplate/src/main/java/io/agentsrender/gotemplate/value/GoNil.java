package io.agentsrender.gotemplate.value;

/**
 * A nil that knows its type: a nil pointer or function, or, inside the evaluator, a nil of type
 * {@code interface {}} as it comes out of a map or slice. Maps, slices and function arguments hold
 * the latter as {@code null}; nil maps and slices are {@link GoMap} and {@link GoSlice}.
 */
public record GoNil(GoType type) {
  /** A nil of type {@code interface {}}. */
  public static final GoNil INTERFACE = new GoNil(GoTypes.ANY);

  @Override
  public String toString() {
    return "<nil>";
  }
}
