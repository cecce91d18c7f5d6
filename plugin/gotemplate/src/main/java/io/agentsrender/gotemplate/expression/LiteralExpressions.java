package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.builtin.Assignment;
import io.agentsrender.gotemplate.parse.node.Node;
import io.agentsrender.gotemplate.parse.node.NumberConstant;
import io.agentsrender.gotemplate.parse.node.Operand;
import io.agentsrender.gotemplate.value.GoComplex;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import org.jspecify.annotations.Nullable;

/** Constants. */
final class LiteralExpressions {
  private LiteralExpressions() {}

  /** A constant takes the type of the parameter it is given for, if it has such a value. */
  abstract static class Literal extends Expression {
    Literal(Node node) {
      super(node);
    }

    @Override
    final @Nullable Object argument(State state, GoType type) {
      state.at = node;
      state.place = Place.VALUE;
      if (type.isEmptyInterface() || type.equals(GoTypes.REFLECT_VALUE)) {
        return evaluate(state);
      }
      Kind kind = type.kind();
      Object value = as(kind);
      if (value != null) {
        return value;
      }
      throw state.error(
          switch (kind) {
                case BOOL -> "expected bool; found ";
                case STRING -> "expected string; found ";
                case FLOAT32, FLOAT64 -> "expected float; found ";
                case COMPLEX128 -> "expected complex; found ";
                case ARRAY, FUNC, INTERFACE, MAP, POINTER, SLICE, STRUCT -> "can't handle ";
                default ->
                    kind.isSigned()
                        ? "expected integer; found "
                        : "expected unsigned integer; found ";
              }
              + state.text(node)
              + (isComposite(kind) ? " for arg of type " + type : ""));
    }

    private static boolean isComposite(Kind kind) {
      return switch (kind) {
        case ARRAY, FUNC, INTERFACE, MAP, POINTER, SLICE, STRUCT -> true;
        default -> false;
      };
    }

    /** The value as one of that kind; null where there is none. */
    abstract @Nullable Object as(Kind kind);
  }

  /** A string. */
  static final class Text extends Literal {
    private final String value;

    Text(Operand.Text node) {
      super(node);
      this.value = node.value().intern();
    }

    @Override
    Object evaluate(State state) {
      state.place = Place.VALUE;
      return value;
    }

    @Override
    @Nullable Object as(Kind kind) {
      return kind == Kind.STRING ? value : null;
    }
  }

  /** {@code true} or {@code false}. */
  static final class Bool extends Literal {
    private final boolean value;

    Bool(Operand.Bool node) {
      super(node);
      this.value = node.value();
    }

    @Override
    Object evaluate(State state) {
      state.place = Place.VALUE;
      return value;
    }

    @Override
    @Nullable Object as(Kind kind) {
      return kind == Kind.BOOL ? value : null;
    }
  }

  /** A number. */
  static final class Numeral extends Literal {
    private final NumberConstant number;

    /** The value where no type is asked for; null where it is too large for an int. */
    private final @Nullable Object ideal;

    Numeral(Operand.Numeral node) {
      super(node);
      this.number = node.value();
      this.ideal = ideal(node.value());
    }

    private static @Nullable Object ideal(NumberConstant number) {
      if (number.complex() != null) {
        return number.complex();
      }
      if (number.isWrittenAsFloat()) {
        return number.floating();
      }
      return number.integer() == null ? null : GoInt.of(number.integer());
    }

    @Override
    Object evaluate(State state) {
      state.place = Place.VALUE;
      if (ideal == null) {
        state.at = node;
        throw state.error(number.text() + " overflows int");
      }
      return ideal;
    }

    @Override
    @Nullable Object as(Kind kind) {
      return switch (kind) {
        case FLOAT64 -> number.floating();
        case FLOAT32 -> number.floating() == null ? null : number.floating().floatValue();
        case COMPLEX128 -> complex();
        default -> integer(kind);
      };
    }

    private @Nullable GoComplex complex() {
      return number.complex();
    }

    private @Nullable GoInt integer(Kind kind) {
      if (!kind.isInteger()) {
        return null;
      }
      Long bits = kind.isSigned() ? number.integer() : number.unsigned();
      return bits == null ? null : GoInt.of(kind, bits);
    }
  }

  /** {@code nil}. */
  static final class Nil extends Expression {
    Nil(Node node) {
      super(node);
    }

    @Override
    @Nullable Object evaluate(State state) {
      throw state.error("nil is not a command");
    }

    @Override
    @Nullable Object argument(State state, GoType type) {
      state.at = node;
      if (!Assignment.canBeNil(type)) {
        throw state.error("cannot assign nil to " + type);
      }
      return Assignment.nil(type);
    }
  }
}
