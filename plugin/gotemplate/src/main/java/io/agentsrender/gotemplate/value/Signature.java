package io.agentsrender.gotemplate.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Go type of a function: what the evaluator checks and converts arguments by. Every function
 * may fail; whether Go declares a second result for it shows nowhere but in the type's name.
 *
 * @param parameters types in order; the last one is the type of each further argument where {@code
 *     variadic}
 */
public record Signature(List<GoType> parameters, boolean variadic, GoType result, boolean fails) {

  public Signature {
    parameters = List.copyOf(parameters);
    if (variadic && parameters.isEmpty()) {
      throw new IllegalArgumentException("a variadic signature needs a parameter");
    }
  }

  /** A signature that returns {@code interface {}} until told otherwise. */
  public static Signature signature(GoType... parameters) {
    return new Signature(Arrays.asList(parameters), false, GoTypes.ANY, false);
  }

  /** Makes the last parameter take any number of arguments. */
  public Signature variadicLast() {
    return new Signature(parameters, true, result, fails);
  }

  public Signature returns(GoType type) {
    return new Signature(parameters, variadic, type, fails);
  }

  /** Declares {@code error} as a second result. */
  public Signature orError() {
    return new Signature(parameters, variadic, result, true);
  }

  /** The number of arguments that must be there. */
  public int fixed() {
    return variadic ? parameters.size() - 1 : parameters.size();
  }

  /** The type that the argument at {@code index} must have. */
  public GoType parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  /** The type as Go writes it, as in {@code func(string, ...interface {}) string}. */
  @Override
  public String toString() {
    String arguments =
        parameters.stream().limit(fixed()).map(GoType::name).collect(Collectors.joining(", "));
    if (variadic) {
      arguments += (fixed() > 0 ? ", ..." : "...") + parameters.getLast().name();
    }
    return "func(" + arguments + ") " + (fails ? "(" + result.name() + ", error)" : result.name());
  }
}
