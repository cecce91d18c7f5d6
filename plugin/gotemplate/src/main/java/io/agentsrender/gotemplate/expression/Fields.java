package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.expression.Command.Piped;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.parse.node.Node;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoField;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoMethod;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of structs, keys of maps and methods, one after the other (text/template/exec.go,
 * evalFieldChain, evalField).
 */
final class Fields {
  private final Node node;
  private final String[] names;

  Fields(Node node, List<String> names) {
    this.node = node;
    this.names = names.stream().map(String::intern).toArray(String[]::new);
  }

  /** The last of the fields. */
  @Nullable Object evaluate(State state, @Nullable Object receiver) {
    Object value = receiver;
    for (String name : names) {
      value = step(state, value, name, null, Piped.NOTHING);
    }
    return value;
  }

  /** The same, where the last one may be a method that takes the arguments of the command. */
  @Nullable Object call(
      State state, @Nullable Object receiver, Command command, @Nullable Object piped) {
    Object value = receiver;
    int last = names.length - 1;
    for (int i = 0; i < last; i++) {
      value = step(state, value, names[i], null, Piped.NOTHING);
    }
    return step(state, value, names[last], command, piped);
  }

  private @Nullable Object step(
      State state,
      @Nullable Object receiver,
      String name,
      @Nullable Command command,
      @Nullable Object piped) {
    if (receiver instanceof GoMap map && !map.type().hasMethods()) {
      return key(state, map, name, hasArguments(command, piped));
    }
    if (receiver == null) {
      if (state.environment().missingKey() == MissingKey.ERROR) {
        throw state.error("nil data; no entry for key " + Quotes.quote(name));
      }
      return null;
    }
    if (GoNil.INTERFACE.equals(receiver)) {
      throw state.errorWithAdvice(
          "nil pointer evaluating interface {}." + name,
          "What stands before ."
              + name
              + " is not set: give it a value, or write parentheses around each step.");
    }
    Object target = GoPointer.follow(receiver);
    GoType type = GoTypes.typeOf(target);
    boolean addressable = receiver instanceof GoPointer || state.place == Place.ADDRESSABLE;
    GoMethod method = type.method(name);
    if (method != null && (addressable || !method.onPointer() || target instanceof GoNil)) {
      return invoke(state, target, method, command, piped);
    }
    boolean hasArguments = hasArguments(command, piped);
    if (target instanceof GoMap map) {
      return key(state, map, name, hasArguments);
    }
    if (type.kind() == Kind.STRUCT) {
      GoField field = type.field(name);
      if (field != null) {
        if (Character.isLowerCase(name.charAt(0))) {
          throw state.error(
              name + " is an unexported field of struct type " + typeName(state, receiver));
        }
        if (hasArguments) {
          throw state.error(name + " has arguments but cannot be invoked as function");
        }
        return inPlace(state, field.of(target), field.type(), addressable);
      }
    } else if (target instanceof GoNil && type.kind() == Kind.POINTER) {
      boolean known = type.elem().kind() != Kind.STRUCT || type.elem().field(name) != null;
      if (known) {
        throw state.error("nil pointer evaluating " + typeName(state, receiver) + "." + name);
      }
    }
    throw cannotEvaluate(state, receiver, name);
  }

  private static boolean hasArguments(@Nullable Command command, @Nullable Object piped) {
    return piped != Piped.NOTHING || (command != null && command.arguments.length > 0);
  }

  private static @Nullable Object key(State state, GoMap map, String name, boolean hasArguments) {
    GoType type = map.type();
    if (!GoTypes.STRING.isAssignableTo(type.key())) {
      throw cannotEvaluate(state, map, name);
    }
    if (hasArguments) {
      throw state.error(name + " is not a method but has arguments");
    }
    Object value = map.get(name);
    if (value == null && !map.containsKey(name)) {
      return switch (state.environment().missingKey()) {
        case INVALID -> {
          state.place = Place.VALUE;
          yield null;
        }
        case ZERO -> inPlace(state, GoTypes.zero(type.elem()), type.elem(), false);
        case ERROR -> throw state.error("map has no entry for key " + Quotes.quote(name));
      };
    }
    return inPlace(state, value, type.elem(), false);
  }

  /** A value as it stands in a place of that type. */
  private static @Nullable Object inPlace(
      State state, @Nullable Object value, GoType type, boolean addressable) {
    state.place = Place.element(type, addressable);
    return value == null && state.place == Place.INTERFACE ? GoNil.INTERFACE : value;
  }

  private @Nullable Object invoke(
      State state,
      Object target,
      GoMethod method,
      @Nullable Command command,
      @Nullable Object piped) {
    state.environment().meter().step();
    Expression[] given = command == null ? Command.NONE : command.arguments;
    @Nullable Object[] arguments =
        Parameters.bind(state, method.name(), method.signature(), given, piped);
    GoType type = method.signature().result();
    try {
      if (target instanceof GoNil nil) {
        throw calledOnNil(nil, method);
      }
      Object result = method.body().call(target, arguments);
      state.place = Place.VALUE;
      return result == null && !type.isEmptyInterface()
          ? GoTypes.zero(type)
          : inPlace(state, result, type, false);
    } catch (GoError e) {
      state.at = node;
      throw state.error("error calling " + method.name() + ": " + e.text(), e);
    }
  }

  /** The panic of the Go runtime; methods of pointers that bear nil are not known to us. */
  private static GoError calledOnNil(GoNil nil, GoMethod method) {
    String type = nil.type().elem().name();
    return new GoError(
        method.onPointer()
            ? "runtime error: invalid memory address or nil pointer dereference"
            : "value method "
                + type
                + "."
                + method.name()
                + " called using nil *"
                + type.substring(type.lastIndexOf('.') + 1)
                + " pointer");
  }

  private static RuntimeException cannotEvaluate(State state, Object receiver, String name) {
    return state.errorWithAdvice(
        "can't evaluate field " + name + " in type " + typeName(state, receiver),
        "What stands before ."
            + name
            + " is of type "
            + GoTypes.typeOf(receiver)
            + ": only maps and objects have fields.");
  }

  /** The type of the place where a value is found. */
  private static String typeName(State state, Object receiver) {
    return state.place == Place.INTERFACE ? GoTypes.ANY.name() : GoTypes.typeOf(receiver).name();
  }
}
