package io.agentsrender.gotemplate.oracle;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.FLOAT64;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.FloatText;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types of test-clusters/oracles/gotemplate/values.go. */
final class OracleTypes {
  private OracleTypes() {}

  record Point(long x, long y, String name) implements GoObject {
    static final GoType TYPE =
        GoType.struct("main.Point", Point.class)
            .field("X", INT, p -> GoInt.of(p.x))
            .field("Y", INT, p -> GoInt.of(p.y))
            .field("name", STRING, Point::name)
            .method("Sum", signature().returns(INT), (p, args) -> GoInt.of(p.x + p.y))
            .method("Add", signature(INT, INT).variadicLast().returns(INT), Point::add)
            .pointerMethod(
                "Scale", signature(INT).returns(INT), (p, args) -> GoInt.of(p.x * bits(args[0])))
            .method(
                "Fail",
                signature(STRING).returns(STRING).orError(),
                (p, args) -> {
                  throw new GoError((String) Objects.requireNonNull(args[0]));
                })
            .method("Nothing", signature().returns(ANY), (p, args) -> null)
            .build();

    private GoInt add(@Nullable Object[] args) {
      long sum = x;
      for (Object arg : args) {
        sum += bits(arg);
      }
      return GoInt.of(sum);
    }

    @Override
    public GoType type() {
      return TYPE;
    }
  }

  static long bits(@Nullable Object integer) {
    return ((GoInt) Objects.requireNonNull(integer)).bits();
  }

  record Shape(
      Point point,
      String label,
      GoSlice tags,
      GoMap meta,
      @Nullable Object any,
      @Nullable GoFunction call)
      implements GoObject {
    static final GoType TYPE = build();

    private static GoType build() {
      GoType.Builder<Shape> shape = GoType.struct("main.Shape", Shape.class);
      GoType next = GoType.pointerTo(shape.self());
      GoType function = GoType.function(signature(INT).returns(INT));
      return shape
          .embedded("Point", Point.TYPE, Shape::point)
          .field("Label", STRING, Shape::label)
          .field("Tags", STRINGS, Shape::tags)
          .field("Meta", MAP, Shape::meta)
          .field("Next", next, s -> new GoNil(next))
          .field("Any", ANY, Shape::any)
          .field("Call", function, s -> s.call == null ? new GoNil(function) : s.call)
          .build();
    }

    @Override
    public GoType type() {
      return TYPE;
    }
  }

  static final GoType CELSIUS =
      GoType.defined("main.Celsius", FLOAT64, GoNamed.class)
          .method(
              "String",
              signature().returns(STRING),
              (c, args) -> FloatText.format((Double) c.value(), 'f', 1, 64) + GoString.encode("°C"))
          .build();

  static final GoType LEVEL = GoType.defined("main.Level", INT, GoNamed.class).build();

  static final GoType VALUES =
      GoType.defined("main.Values", MAP, GoMap.class)
          .method("AsMap", signature().returns(MAP), (m, args) -> m.as(MAP))
          .method(
              "Get",
              signature(STRING).returns(ANY),
              (m, args) -> m.get(Objects.requireNonNull(args[0])))
          .build();

  static final GoType NAMES =
      GoType.defined("main.Names", STRINGS, GoSlice.class)
          .method("Has", signature(STRING).returns(BOOL), (s, args) -> s.asList().contains(args[0]))
          .build();

  record Failure(String reason) implements GoObject {
    static final GoType TYPE =
        GoType.struct("main.Failure", Failure.class)
            .field("Reason", STRING, Failure::reason)
            .method("Error", signature().returns(STRING), (f, args) -> "failure: " + f.reason)
            .build();

    @Override
    public GoType type() {
      return TYPE;
    }
  }

  record Boom() implements GoObject {
    static final GoType TYPE =
        GoType.struct("main.Boom", Boom.class)
            .method(
                "String",
                signature().returns(STRING),
                (b, args) -> {
                  throw new GoError("boom");
                })
            .build();

    @Override
    public GoType type() {
      return TYPE;
    }
  }

  record Counter(long n) implements GoObject {
    static final GoType TYPE =
        GoType.struct("main.Counter", Counter.class)
            .field("N", INT, c -> GoInt.of(c.n))
            .pointerMethod("String", signature().returns(STRING), (c, args) -> "counter " + c.n)
            .build();

    @Override
    public GoType type() {
      return TYPE;
    }
  }

  static GoPointer pointer(GoObject target) {
    return new GoPointer(target);
  }
}
