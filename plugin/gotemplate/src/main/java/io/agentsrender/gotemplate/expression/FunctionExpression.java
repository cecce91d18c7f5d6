package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.builtin.Truth;
import io.agentsrender.gotemplate.expression.Command.Piped;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.parse.node.Operand;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import org.jspecify.annotations.Nullable;

/** A function and its call (text/template/exec.go, evalFunction). */
final class FunctionExpression extends Expression {
  /** Smaller results are paid for by the steps that made them. */
  private static final int LARGE_RESULT = 4096;

  private final GoFunction function;
  private final Special special;
  private final Command bare;

  /** Built-in functions that are more than functions. */
  enum Special {
    NONE,
    AND,
    OR,
    CALL,
    SLICE
  }

  FunctionExpression(Operand.Function node, Special special) {
    super(node);
    this.function = node.function();
    this.special = special;
    this.bare = new Command(node, this, Command.NONE);
  }

  @Override
  @Nullable Object evaluate(State state) {
    state.at = node;
    return call(state, bare, Piped.NOTHING);
  }

  @Override
  @Nullable Object call(State state, Command command, @Nullable Object piped) {
    state.at = node;
    state.environment().meter().step();
    if (special != Special.NONE) {
      return callSpecial(state, command, piped);
    }
    @Nullable Object[] arguments =
        Parameters.bind(state, function.name(), function.signature(), command.arguments, piped);
    return invoke(state, command, arguments);
  }

  private @Nullable Object invoke(State state, Command command, @Nullable Object[] arguments) {
    Object result;
    try {
      result = function.call(state.environment(), arguments);
    } catch (GoError e) {
      state.at = command.node;
      throw state.error("error calling " + function.name() + ": " + e.text(), e);
    } catch (TemplateException e) {
      state.at = command.node;
      throw state.error("error calling " + function.name() + ": " + e.goText(), e);
    }
    if (result instanceof String text && text.length() > LARGE_RESULT) {
      state.environment().meter().output(text.length());
    } else if (result instanceof GoSlice slice && slice.length() > LARGE_RESULT) {
      state.environment().meter().output(slice.length());
    }
    GoType type = function.signature().result();
    state.place = type.isEmptyInterface() ? Place.INTERFACE : Place.VALUE;
    if (result != null) {
      return result;
    }
    if (type.isEmptyInterface()) {
      return GoNil.INTERFACE;
    }
    return type.equals(GoTypes.REFLECT_VALUE) ? null : GoTypes.zero(type);
  }

  private @Nullable Object callSpecial(State state, Command command, @Nullable Object piped) {
    return switch (special) {
      case AND, OR -> decide(state, command, piped);
      case CALL -> callValue(state, command, piped);
      default -> slice(state, command, piped);
    };
  }

  /** {@code and} and {@code or} evaluate no further than to the argument that decides. */
  private @Nullable Object decide(State state, Command command, @Nullable Object piped) {
    int count = command.arguments.length + (piped == Piped.NOTHING ? 0 : 1);
    if (count == 0) {
      throw state.error("wrong number of args for " + function.name() + ": want at least 1 got 0");
    }
    Object value = null;
    for (Expression argument : command.arguments) {
      value = argument.argument(state, GoTypes.REFLECT_VALUE);
      if (Truth.of(value) == (special == Special.OR)) {
        return value;
      }
    }
    return piped == Piped.NOTHING ? value : piped;
  }

  private @Nullable Object callValue(State state, Command command, @Nullable Object piped) {
    @Nullable Object[] arguments =
        Parameters.bind(state, function.name(), function.signature(), command.arguments, piped);
    @Nullable Object[] named = new @Nullable Object[arguments.length + 1];
    named[0] =
        command.arguments.length == 0 ? described(piped) : state.text(command.arguments[0].node);
    System.arraycopy(arguments, 0, named, 1, arguments.length);
    return invoke(state, command, named);
  }

  /** What {@code reflect.Value.String} says. */
  private static String described(@Nullable Object value) {
    return switch (value) {
      case null -> "<invalid Value>";
      case String s -> s;
      default -> "<" + GoTypes.typeOf(value) + " Value>";
    };
  }

  /**
   * Indexes of {@code slice} are the one place where Go does not look into interfaces (funcs.go,
   * slice).
   */
  private @Nullable Object slice(State state, Command command, @Nullable Object piped) {
    Expression[] expressions = command.arguments;
    @Nullable Object[] arguments =
        Parameters.bind(state, function.name(), function.signature(), command.arguments, piped);
    for (int i = 1; i < expressions.length; i++) {
      if (expressions[i].isInInterface(state)) {
        arguments[i] = GoNil.INTERFACE;
      }
    }
    return invoke(state, command, arguments);
  }

  /** What a function of the built-in set needs besides its body. */
  static Special special(GoFunction function, @Nullable GoFunction builtin) {
    if (function != builtin) {
      return Special.NONE;
    }
    return switch (function.name()) {
      case "and" -> Special.AND;
      case "or" -> Special.OR;
      case "call" -> Special.CALL;
      case "slice" -> Special.SLICE;
      default -> Special.NONE;
    };
  }
}
