package io.agentsrender.gotemplate.builtin;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.value.GoComplex;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.source.budget.Meter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code eq}, {@code lt} and their kin. Numbers compare only within integers or within floating
 * point.
 */
final class Comparison {
  private final GoVersion version;

  Comparison(GoVersion version) {
    this.version = version;
  }

  /** The basic kinds, which compare by value. */
  private enum Basic {
    NONE,
    BOOL,
    COMPLEX,
    INT,
    FLOAT,
    STRING,
    UINT;

    static Basic of(@Nullable Object value) {
      return switch (value) {
        case String _ -> STRING;
        case GoInt integer -> integer.isSigned() ? INT : UINT;
        case Double _, Float _ -> FLOAT;
        case Boolean _ -> BOOL;
        case GoComplex _ -> COMPLEX;
        case null, default -> NONE;
      };
    }
  }

  /** {@code eq a b c}: whether a equals b or c. */
  boolean equalsAny(Meter meter, @Nullable Object first, List<@Nullable Object> others) {
    if (others.isEmpty()) {
      throw new GoError("missing argument for comparison");
    }
    for (Object other : others) {
      if (areEqual(meter, first, other)) {
        return true;
      }
    }
    return false;
  }

  boolean areEqual(Meter meter, @Nullable Object a, @Nullable Object b) {
    Object left = basic(a);
    Object right = basic(b);
    Basic kind = Basic.of(left);
    if (kind != Basic.of(right)) {
      if (left instanceof GoInt x && right instanceof GoInt y) {
        return x.bits() == y.bits() && x.bits() >= 0;
      }
      if (left != null && right != null) {
        throw incompatible(a, b);
      }
      return false;
    }
    return switch (kind) {
      case FLOAT -> toDouble(left) == toDouble(right);
      case INT, UINT -> left instanceof GoInt x && right instanceof GoInt y && x.bits() == y.bits();
      case NONE -> areIdentical(meter, left, right);
      default -> left != null && left.equals(right);
    };
  }

  private static boolean areIdentical(Meter meter, @Nullable Object left, @Nullable Object right) {
    if (left != null && right != null && GoTypes.kindOf(left) != GoTypes.kindOf(right)) {
      throw new GoError(
          GoFormat.sprintf(
              meter,
              "non-comparable types %s: %s, %s: %v",
              Arrays.asList(
                  left, GoTypes.typeOf(left).name(), GoTypes.typeOf(right).name(), right)));
    }
    if (isNil(left) || isNil(right)) {
      return isNil(left) == isNil(right);
    }
    if (left == null || right == null) {
      return false;
    }
    GoType type = GoTypes.typeOf(right);
    if (!type.isComparable()) {
      throw new GoError(
          GoFormat.sprintf(meter, "non-comparable type %s: %s", Arrays.asList(right, type.name())));
    }
    return left.equals(right);
  }

  private static boolean isNil(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case GoMap map -> map.isNil();
      case GoSlice slice -> slice.isNil();
      case GoNil _ -> true;
      default -> false;
    };
  }

  boolean isLess(@Nullable Object a, @Nullable Object b) {
    Object left = ordered(a);
    Object right = ordered(b);
    Basic kind = Basic.of(left);
    if (kind != Basic.of(right)) {
      if (left instanceof GoInt x && right instanceof GoInt y) {
        return x.isSigned()
            ? x.bits() < 0 || Long.compareUnsigned(x.bits(), y.bits()) < 0
            : y.bits() >= 0 && Long.compareUnsigned(x.bits(), y.bits()) < 0;
      }
      throw incompatible(a, b);
    }
    return switch (kind) {
      case FLOAT -> toDouble(left) < toDouble(right);
      case INT -> ((GoInt) left).bits() < ((GoInt) right).bits();
      case UINT -> Long.compareUnsigned(((GoInt) left).bits(), ((GoInt) right).bits()) < 0;
      case STRING -> ((String) left).compareTo((String) right) < 0;
      default -> throw badType();
    };
  }

  private static Object ordered(@Nullable Object value) {
    Object basic = basic(value);
    if (basic == null || Basic.of(basic) == Basic.NONE) {
      throw badType();
    }
    return basic;
  }

  /** The value itself, without an interface around it and as the basic type it is made of. */
  private static @Nullable Object basic(@Nullable Object value) {
    return value == null || GoNil.INTERFACE.equals(value) ? null : GoNamed.basic(value);
  }

  private static double toDouble(@Nullable Object value) {
    return value instanceof Double d ? d : value instanceof Float f ? f : Double.NaN;
  }

  private static GoError badType() {
    return new GoError("invalid type for comparison");
  }

  private GoError incompatible(@Nullable Object left, @Nullable Object right) {
    String reason = "incompatible types for comparison";
    return new GoError(
        version.namesComparedTypes()
            ? reason + ": " + GoFormat.typeName(left) + " and " + GoFormat.typeName(right)
            : reason);
  }
}
