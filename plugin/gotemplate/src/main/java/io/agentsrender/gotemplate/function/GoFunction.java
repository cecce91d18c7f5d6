package io.agentsrender.gotemplate.function;

import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A function that templates can call by its name. The evaluator checks and converts arguments by
 * its signature, so that the body finds what the signature promises.
 */
public final class GoFunction implements GoObject {
  private final String name;
  private final Signature signature;
  private final Body body;
  private final GoType type;

  /**
   * What a function does. It fails by throwing {@link io.agentsrender.gotemplate.value.GoError}.
   */
  @FunctionalInterface
  public interface Body {
    @Nullable Object call(Arguments arguments);
  }

  private GoFunction(String name, Signature signature, Body body) {
    this.name = name;
    this.signature = signature;
    this.body = body;
    this.type = GoType.function(signature);
  }

  public static GoFunction of(String name, Signature signature, Body body) {
    return new GoFunction(name, signature, body);
  }

  /** The same function under another name. */
  public GoFunction named(String other) {
    return new GoFunction(other, signature, body);
  }

  public String name() {
    return name;
  }

  public Signature signature() {
    return signature;
  }

  @Override
  public GoType type() {
    return type;
  }

  /** Calls the function with arguments that were checked by its signature. */
  public @Nullable Object call(FunctionContext context, @Nullable Object... arguments) {
    return body.call(new Arguments(context, arguments, signature.fixed()));
  }

  @Override
  public String toString() {
    return name;
  }
}
