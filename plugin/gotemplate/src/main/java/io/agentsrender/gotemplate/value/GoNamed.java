package io.agentsrender.gotemplate.value;

/**
 * A value of a defined type made of a basic one, such as {@code time.Month}: it has methods, and
 * otherwise behaves as what it is made of.
 *
 * @param value a value of the underlying type
 */
public record GoNamed(GoType type, Object value) implements GoObject {
  /** What a value is made of: itself for all but defined basic types. */
  public static Object basic(Object value) {
    return value instanceof GoNamed named ? named.value : value;
  }
}
