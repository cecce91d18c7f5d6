package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoComplex;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoField;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoMethod;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints any Go value with any verb ({@code fmt/print.go}). */
final class Printer {
  /** Go would overflow its stack much later; nothing a person writes nests so deep. */
  private static final int MAX_DEPTH = 400;

  private static final @Nullable Object[] NO_ARGUMENTS = new @Nullable Object[0];

  private final Meter meter;
  private final StringBuilder out;
  private final ScalarFormat scalars;
  final Flags flags;

  /** Set while the text of a wrong verb is written, which calls no methods. */
  private boolean erroring;

  private boolean panicking;

  Printer(Meter meter, StringBuilder out) {
    this.meter = meter;
    this.out = out;
    this.scalars = new ScalarFormat(out);
    this.flags = scalars.flags;
  }

  /** Prints an argument (printArg). */
  void argument(@Nullable Object value, int verb) {
    if (value == null) {
      if (verb == 'T' || verb == 'v') {
        scalars.pad("<nil>");
      } else {
        badVerb(null, verb);
      }
      return;
    }
    if (verb == 'w' && !GoTypes.typeOf(value).equals(GoTypes.BYTES)) {
      badVerb(value, verb);
    } else if (verb == 'T') {
      scalars.string(GoTypes.typeOf(value).name());
    } else if (verb == 'p') {
      pointer(value, verb);
    } else {
      value(value, verb, 0);
    }
  }

  /** Prints a value that is not nil of an interface type (printValue). */
  private void value(Object value, int verb, int depth) {
    meter.step();
    if (out.length() > meter.budget().outputBytes()) {
      meter.output(out.length());
    }
    if (depth > MAX_DEPTH) {
      throw GoError.notSupported(
          "printing a value that nests deeper than " + MAX_DEPTH + " levels");
    }
    boolean scalar = !(value instanceof GoNamed) || !methods(value, verb);
    if (scalar && !scalar(GoNamed.basic(value), value, verb) && !methods(value, verb)) {
      composite(value, verb, depth);
    }
  }

  /**
   * Prints a value of a basic type, if it is one.
   *
   * @param argument the value with its own type, for the text of wrong verbs
   */
  private boolean scalar(Object value, Object argument, int verb) {
    switch (value) {
      case String s -> string(s, argument, verb);
      case Boolean b -> {
        if (verb == 't' || verb == 'v') {
          scalars.bool(b);
        } else {
          badVerb(argument, verb);
        }
      }
      case GoInt i -> integer(i, argument, verb);
      case Double d -> floating(d, 64, argument, verb);
      case Float f -> floating(f, 32, argument, verb);
      case GoComplex c -> complex(c, argument, verb);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void composite(Object value, int verb, int depth) {
    switch (value) {
      case GoMap map -> map(map, verb, depth);
      case GoSlice slice -> slice(slice, verb, depth);
      case GoPointer pointer -> {
        if (depth == 0 && isComposite(pointer.target())) {
          out.append('&');
          value(pointer.target(), verb, depth + 1);
        } else {
          pointer(pointer, verb);
        }
      }
      case GoObject object when object.type().kind() == Kind.STRUCT -> struct(object, verb, depth);
      default -> pointer(value, verb);
    }
  }

  private static boolean isComposite(Object target) {
    return switch (GoTypes.kindOf(target)) {
      case ARRAY, SLICE, STRUCT, MAP -> true;
      default -> false;
    };
  }

  /** Prints what a map, slice or struct holds; {@code declared} is the type it is held as. */
  private void element(@Nullable Object value, GoType declared, int verb, int depth) {
    if (value != null) {
      value(value, verb, depth);
    } else if (flags.sharpV) {
      out.append(declared.name()).append("(nil)");
    } else {
      out.append("<nil>");
    }
  }

  private void map(GoMap map, int verb, int depth) {
    if (flags.sharpV) {
      out.append(map.type().name());
      if (map.isNil()) {
        out.append("(nil)");
        return;
      }
      out.append('{');
    } else {
      out.append("map[");
    }
    boolean first = true;
    for (Object key : map.sortedKeys()) {
      separate(first);
      first = false;
      element(key, map.type().key(), verb, depth + 1);
      out.append(':');
      element(map.get(key), map.type().elem(), verb, depth + 1);
    }
    out.append(flags.sharpV ? '}' : ']');
  }

  private void separate(boolean first) {
    if (!first) {
      out.append(flags.sharpV ? ", " : " ");
    }
  }

  private void slice(GoSlice slice, int verb, int depth) {
    GoType elem = slice.type().elem();
    if (elem.kind() == Kind.UINT8) {
      switch (verb) {
        case 's', 'q', 'x', 'X' -> {
          string(slice.toByteString(), slice, verb);
          return;
        }
        case 'v', 'd' -> {
          if (depth == 0 && flags.sharpV && slice.type().equals(GoTypes.BYTES)) {
            bytesInGoSyntax(slice);
            return;
          }
        }
        default -> {}
      }
    }
    if (flags.sharpV) {
      out.append(slice.type().name());
      if (slice.isNil()) {
        out.append("(nil)");
        return;
      }
    }
    out.append(flags.sharpV ? '{' : '[');
    for (int i = 0; i < slice.length(); i++) {
      separate(i == 0);
      element(slice.get(i), elem, verb, depth + 1);
    }
    out.append(flags.sharpV ? '}' : ']');
  }

  /** An argument of type []byte shows that name and not []uint8 (fmtBytes). */
  private void bytesInGoSyntax(GoSlice bytes) {
    out.append("[]byte");
    if (bytes.isNil()) {
      out.append("(nil)");
      return;
    }
    out.append('{');
    for (int i = 0; i < bytes.length(); i++) {
      separate(i == 0);
      element(bytes.get(i), GoTypes.UINT8, 'v', 1);
    }
    out.append('}');
  }

  private void struct(GoObject struct, int verb, int depth) {
    if (flags.sharpV) {
      out.append(struct.type().name());
    }
    out.append('{');
    List<GoField> fields = struct.type().fields();
    for (int i = 0; i < fields.size(); i++) {
      separate(i == 0);
      GoField field = fields.get(i);
      if (flags.plusV || flags.sharpV) {
        out.append(field.name()).append(':');
      }
      element(field.of(struct), field.type(), verb, depth + 1);
    }
    out.append('}');
  }

  private void string(String s, Object argument, int verb) {
    switch (verb) {
      case 'v' -> {
        if (flags.sharpV) {
          scalars.quoted(s);
        } else {
          scalars.string(s);
        }
      }
      case 's' -> scalars.string(s);
      case 'x' -> scalars.hexadecimal(s, false);
      case 'X' -> scalars.hexadecimal(s, true);
      case 'q' -> scalars.quoted(s);
      default -> badVerb(argument, verb);
    }
  }

  private void integer(GoInt value, Object argument, int verb) {
    long bits = value.bits();
    boolean signed = value.isSigned();
    switch (verb) {
      case 'v' -> {
        if (flags.sharpV && !signed) {
          hexadecimal(bits, true);
        } else {
          scalars.integer(bits, 10, signed, 'v');
        }
      }
      case 'd' -> scalars.integer(bits, 10, signed, 'd');
      case 'b' -> scalars.integer(bits, 2, signed, 'b');
      case 'o', 'O' -> scalars.integer(bits, 8, signed, (char) verb);
      case 'x', 'X' -> scalars.integer(bits, 16, signed, (char) verb);
      case 'c' -> scalars.character(bits);
      case 'q' -> scalars.quotedCharacter(bits);
      case 'U' -> scalars.unicode(bits);
      default -> badVerb(argument, verb);
    }
  }

  private void hexadecimal(long bits, boolean prefixed) {
    boolean sharp = flags.sharp;
    flags.sharp = prefixed;
    scalars.integer(bits, 16, false, 'v');
    flags.sharp = sharp;
  }

  private void floating(double value, int bits, Object argument, int verb) {
    switch (verb) {
      case 'v' -> scalars.floating(value, bits, 'g', -1);
      case 'b', 'g', 'G', 'x', 'X' -> scalars.floating(value, bits, (char) verb, -1);
      case 'f', 'e', 'E' -> scalars.floating(value, bits, (char) verb, 6);
      case 'F' -> scalars.floating(value, bits, 'f', 6);
      default -> badVerb(argument, verb);
    }
  }

  private void complex(GoComplex value, Object argument, int verb) {
    switch (verb) {
      case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E' -> {
        boolean plus = flags.plus;
        out.append('(');
        floating(value.real(), 64, argument, verb);
        flags.plus = true;
        floating(value.imaginary(), 64, argument, verb);
        out.append("i)");
        flags.plus = plus;
      }
      default -> badVerb(argument, verb);
    }
  }

  /** Nil pointers and functions, and addresses, which no two runs have in common. */
  private void pointer(Object value, int verb) {
    switch (GoTypes.kindOf(value)) {
      case FUNC, MAP, POINTER, SLICE -> {}
      default -> {
        badVerb(value, verb);
        return;
      }
    }
    if (isNilContainer(value)) {
      hexadecimal(0, !flags.sharp);
      return;
    }
    if (!(value instanceof GoNil nil)) {
      switch (verb) {
        case 'v', 'p', 'b', 'o', 'd', 'x', 'X' ->
            throw GoError.notSupported(
                "printing the address of a value of type "
                    + GoTypes.typeOf(value)
                    + ", which is never the same twice");
        default -> badVerb(value, verb);
      }
      return;
    }
    switch (verb) {
      case 'v' -> {
        if (flags.sharpV) {
          out.append('(').append(nil.type().name()).append(")(nil)");
        } else {
          scalars.pad("<nil>");
        }
      }
      case 'p' -> hexadecimal(0, !flags.sharp);
      case 'b', 'o', 'd', 'x', 'X' -> integer(new GoInt(Kind.UINTPTR, 0), value, verb);
      default -> badVerb(value, verb);
    }
  }

  private static boolean isNilContainer(Object value) {
    return (value instanceof GoMap map && map.isNil())
        || (value instanceof GoSlice slice && slice.isNil());
  }

  /** What stands for a verb that the value does not have: {@code %!d(string=text)}. */
  private void badVerb(@Nullable Object value, int verb) {
    boolean outer = erroring;
    erroring = true;
    GoString.appendRune(out.append("%!"), verb);
    out.append('(');
    if (value == null) {
      out.append("<nil>");
    } else {
      out.append(GoTypes.typeOf(value).name()).append('=');
      value(value, 'v', 0);
    }
    out.append(')');
    erroring = outer;
  }

  /** Prints by the value's own method, if it has one for the verb (handleMethods). */
  private boolean methods(Object value, int verb) {
    if (erroring || !(value instanceof GoObject || GoTypes.typeOf(value).hasMethods())) {
      return false;
    }
    if (flags.sharpV) {
      return byMethod(value, "GoString", 's', verb);
    }
    return switch (verb) {
      case 'v', 's', 'x', 'X', 'q' ->
          byMethod(value, "Error", verb, verb) || byMethod(value, "String", verb, verb);
      default -> false;
    };
  }

  private boolean byMethod(Object value, String name, int printedAs, int verb) {
    GoMethod method = TextMethod.of(GoTypes.typeOf(value), name);
    if (method == null) {
      return false;
    }
    if (value instanceof GoNil) {
      out.append("<nil>");
      return true;
    }
    Object receiver = value instanceof GoPointer pointer ? pointer.target() : value;
    try {
      String text = (String) method.body().call(receiver, NO_ARGUMENTS);
      if (flags.sharpV) {
        scalars.string(String.valueOf(text));
      } else {
        string(String.valueOf(text), value, printedAs);
      }
    } catch (GoError panic) {
      describe(panic, name, verb);
    }
    return true;
  }

  private void describe(GoError panic, String method, int verb) {
    if (panicking) {
      throw panic;
    }
    Flags before = flags.copy();
    flags.clear();
    GoString.appendRune(out.append("%!"), verb);
    out.append("(PANIC=").append(method).append(" method: ");
    panicking = true;
    out.append(panic.text());
    panicking = false;
    out.append(')');
    flags.set(before);
  }
}
