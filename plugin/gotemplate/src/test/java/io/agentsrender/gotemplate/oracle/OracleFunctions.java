package io.agentsrender.gotemplate.oracle;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.BYTES;
import static io.agentsrender.gotemplate.value.GoTypes.COMPLEX128;
import static io.agentsrender.gotemplate.value.GoTypes.ERROR;
import static io.agentsrender.gotemplate.value.GoTypes.FLOAT32;
import static io.agentsrender.gotemplate.value.GoTypes.FLOAT64;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.INT8;
import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.GoTypes.STRING_MAP;
import static io.agentsrender.gotemplate.value.GoTypes.UINT8;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.oracle.OracleTypes.Boom;
import io.agentsrender.gotemplate.oracle.OracleTypes.Counter;
import io.agentsrender.gotemplate.oracle.OracleTypes.Failure;
import io.agentsrender.gotemplate.oracle.OracleTypes.Point;
import io.agentsrender.gotemplate.oracle.OracleTypes.Shape;
import io.agentsrender.gotemplate.value.GoComplex;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.gotemplate.value.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of test-clusters/oracles/gotemplate/functions.go. */
final class OracleFunctions {
  private static final GoType INTS = GoType.sliceOf(INT);
  private static final GoType POINT_POINTER = GoType.pointerTo(Point.TYPE);

  static final FunctionSet ALL =
      FunctionSet.of(collections()).plus(scalars()).plus(objects()).plus(checks());

  private OracleFunctions() {}

  private static GoFunction function(String name, Signature signature, GoFunction.Body body) {
    return GoFunction.of(name, signature, body);
  }

  private static List<GoFunction> collections() {
    return List.of(
        function("list", signature(ANY).variadicLast().returns(SLICE), a -> slice(SLICE, a)),
        function("dict", signature(ANY).variadicLast().returns(MAP), a -> map(MAP, a)),
        function("set", signature(MAP, STRING, ANY).returns(MAP), OracleFunctions::set),
        function("strs", signature(STRING).variadicLast().returns(STRINGS), a -> slice(STRINGS, a)),
        function(
            "strmap",
            signature(STRING).variadicLast().returns(STRING_MAP),
            a -> map(STRING_MAP, a)),
        function("ints", signature(INT).variadicLast().returns(INTS), a -> slice(INTS, a)),
        constant("intmap", GoType.mapOf(INT, STRING), OracleFunctions::intMap),
        constant("boolmap", GoType.mapOf(BOOL, INT), OracleFunctions::boolMap),
        constant("anymap", GoType.mapOf(ANY, ANY), OracleFunctions::anyMap),
        constant(
            "matrix",
            GoType.sliceOf(INTS),
            type ->
                GoSlice.ofOwned(
                    type,
                    new Object[] {
                      GoSlice.ofOwned(INTS, new Object[] {GoInt.of(1), GoInt.of(2)}),
                      GoSlice.ofOwned(INTS, new Object[] {GoInt.of(3)})
                    })),
        function("bytes", signature(STRING).returns(BYTES), a -> GoSlice.ofByteString(a.string(0))),
        constant("nilmap", MAP, GoTypes::zero),
        constant("nilslice", SLICE, GoTypes::zero));
  }

  private static GoFunction constant(
      String name, GoType type, Function<GoType, @Nullable Object> value) {
    return function(name, signature().returns(type), a -> value.apply(type));
  }

  private static GoSlice slice(GoType type, Arguments a) {
    return GoSlice.copyOf(type, a.rest());
  }

  private static GoMap map(GoType type, Arguments a) {
    GoMap map = new GoMap(type);
    for (int i = 0; i + 1 < a.size(); i += 2) {
      map.put(a.string(i), a.value(i + 1));
    }
    return map;
  }

  private static GoMap set(Arguments a) {
    a.map(0).put(a.string(1), a.value(2));
    return a.map(0);
  }

  private static GoMap intMap(GoType type) {
    GoMap map = new GoMap(type);
    map.put(GoInt.of(10), "ten");
    map.put(GoInt.of(9), "nine");
    map.put(GoInt.of(-1), "minus");
    return map;
  }

  private static GoMap boolMap(GoType type) {
    GoMap map = new GoMap(type);
    map.put(true, GoInt.of(1));
    map.put(false, GoInt.of(0));
    return map;
  }

  private static GoMap anyMap(GoType type) {
    GoMap map = new GoMap(type);
    map.put("b", GoInt.of(1));
    map.put("a", null);
    return map;
  }

  private static List<GoFunction> scalars() {
    List<GoFunction> functions = new ArrayList<>();
    String[] names = {"i8", "i16", "i32", "i64", "u", "u8", "u16", "u32", "u64"};
    Kind[] kinds = {
      Kind.INT8,
      Kind.INT16,
      Kind.INT32,
      Kind.INT64,
      Kind.UINT,
      Kind.UINT8,
      Kind.UINT16,
      Kind.UINT32,
      Kind.UINT64
    };
    for (int i = 0; i < names.length; i++) {
      Kind kind = kinds[i];
      functions.add(
          function(
              names[i],
              signature(INT).returns(GoTypes.typeOf(GoInt.of(kind, 0))),
              a -> GoInt.of(kind, a.integer(0))));
    }
    functions.add(function("f32", signature(FLOAT64).returns(FLOAT32), a -> (float) a.float64(0)));
    functions.add(function("f64", signature(FLOAT64).returns(FLOAT64), a -> a.float64(0)));
    functions.add(function("inf", signature(INT).returns(FLOAT64), a -> a.integer(0) / 0.0));
    functions.add(constant("nan", FLOAT64, type -> Double.NaN));
    functions.add(
        function(
            "complex",
            signature(FLOAT64, FLOAT64).returns(COMPLEX128),
            a -> new GoComplex(a.float64(0), a.float64(1))));
    functions.add(constant("nothing", ANY, type -> null));
    functions.add(
        function(
            "celsius",
            signature(FLOAT64).returns(OracleTypes.CELSIUS),
            a -> new GoNamed(OracleTypes.CELSIUS, a.float64(0))));
    functions.add(
        function(
            "level",
            signature(INT).returns(OracleTypes.LEVEL),
            a -> new GoNamed(OracleTypes.LEVEL, GoInt.of(a.integer(0)))));
    return functions;
  }

  private static List<GoFunction> objects() {
    return List.of(
        constant("nilptr", POINT_POINTER, GoNil::new),
        constant("nilcounter", GoType.pointerTo(Counter.TYPE), GoNil::new),
        function(
            "point",
            signature(INT, INT).returns(Point.TYPE),
            a -> new Point(a.integer(0), a.integer(1), "p")),
        function(
            "pointp",
            signature(INT, INT).returns(POINT_POINTER),
            a -> new GoPointer(new Point(a.integer(0), a.integer(1), "p"))),
        constant("shape", Shape.TYPE, type -> shape()),
        constant(
            "shapep",
            GoType.pointerTo(Shape.TYPE),
            type ->
                new GoPointer(
                    new Shape(
                        new Point(0, 0, ""),
                        "pointed",
                        GoSlice.nil(STRINGS),
                        GoMap.nil(MAP),
                        GoInt.of(5),
                        null))),
        constant("values", OracleTypes.VALUES, OracleFunctions::values),
        function(
            "names",
            signature(STRING).variadicLast().returns(OracleTypes.NAMES),
            a -> slice(OracleTypes.NAMES, a)),
        function("failure", signature(STRING).returns(ERROR), a -> new Failure(a.string(0))),
        function(
            "failureof", signature(STRING).returns(Failure.TYPE), a -> new Failure(a.string(0))),
        constant("boom", Boom.TYPE, type -> new Boom()),
        function("counter", signature(INT).returns(Counter.TYPE), a -> new Counter(a.integer(0))),
        function(
            "counterp",
            signature(INT).returns(GoType.pointerTo(Counter.TYPE)),
            a -> new GoPointer(new Counter(a.integer(0)))),
        constant(
            "func",
            GoType.function(signature(INT, INT).returns(INT)),
            type ->
                function(
                    "",
                    signature(INT, INT).returns(INT),
                    b -> GoInt.of(b.integer(0) * b.integer(1)))),
        constant(
            "funcv",
            GoType.function(signature(STRING, ANY).variadicLast().returns(STRING)),
            type ->
                function(
                    "",
                    signature(STRING, ANY).variadicLast().returns(STRING),
                    b -> GoFormat.sprintf(b.context().meter(), b.string(0), b.rest()))));
  }

  private static Shape shape() {
    return new Shape(
        new Point(1, 2, "p"),
        "shape",
        GoSlice.ofStrings(List.of("a", "b")),
        OracleData.map("k", "v", "n", null),
        null,
        function("", signature(INT).returns(INT), a -> GoInt.of(a.integer(0) + 1)));
  }

  private static GoMap values(GoType type) {
    GoMap values = new GoMap(type);
    values.put("a", GoInt.of(1));
    values.put("m", OracleData.map("x", "y"));
    values.put("n", null);
    return values;
  }

  private static List<GoFunction> checks() {
    return List.of(
        function("id", signature(ANY).returns(ANY), a -> a.value(0)),
        function(
            "upper", signature(STRING).returns(STRING), a -> a.string(0).toUpperCase(Locale.ROOT)),
        function(
            "add", signature(INT, INT).returns(INT), a -> GoInt.of(a.integer(0) + a.integer(1))),
        function(
            "addu",
            signature(UINT8, UINT8).returns(UINT8),
            a -> GoInt.of(Kind.UINT8, a.integer(0) + a.integer(1))),
        function("half", signature(FLOAT64).returns(FLOAT64), a -> a.float64(0) / 2),
        function("invert", signature(BOOL).returns(BOOL), a -> !a.bool(0)),
        function(
            "join",
            signature(STRING, STRING).variadicLast().returns(STRING),
            a -> String.join(a.string(0), a.rest().stream().map(part -> (String) part).toList())),
        function(
            "show",
            signature(ANY).variadicLast().returns(STRING),
            a ->
                GoFormat.sprintf(
                    a.context().meter(),
                    "%d:%v",
                    List.of(GoInt.of(a.size()), GoSlice.copyOf(SLICE, a.rest())))),
        function("typeOf", signature(ANY).returns(STRING), a -> GoFormat.typeName(a.value(0))),
        function("sizeOf", signature(MAP).returns(INT), a -> GoInt.of(a.map(0).size())),
        function("countOf", signature(SLICE).returns(INT), a -> GoInt.of(a.slice(0).length())),
        function(
            "xOf", signature(Point.TYPE).returns(INT), a -> GoInt.of(((Point) of(a.value(0))).x())),
        function("scale", signature(POINT_POINTER, INT).returns(INT), OracleFunctions::scale),
        function("message", signature(ERROR).returns(STRING), OracleFunctions::message),
        function(
            "imag",
            signature(COMPLEX128).returns(FLOAT64),
            a -> ((GoComplex) of(a.value(0))).imaginary()),
        function("narrow", signature(INT8).returns(INT8), a -> a.value(0)),
        function("single", signature(FLOAT32).returns(FLOAT32), a -> a.value(0)),
        failing("fail"),
        failing("panics"),
        failing("panicserr"),
        function(
            "include",
            signature(STRING, ANY).returns(STRING).orError(),
            a -> a.context().execute(a.string(0), a.value(1))),
        function(
            "tpl",
            signature(STRING, ANY).returns(STRING).orError(),
            a -> a.context().executeText("tpl", a.string(0), a.value(1))));
  }

  private static Object of(@Nullable Object value) {
    return Objects.requireNonNull(value);
  }

  private static GoInt scale(Arguments a) {
    if (a.value(0) instanceof GoPointer pointer && pointer.target() instanceof Point point) {
      return GoInt.of(point.x() * a.integer(1));
    }
    throw new GoError("runtime error: invalid memory address or nil pointer dereference");
  }

  private static String message(Arguments a) {
    if (a.value(0) instanceof Failure f) {
      return "failure: " + f.reason();
    }
    throw new GoError("runtime error: invalid memory address or nil pointer dereference");
  }

  private static GoFunction failing(String name) {
    return function(
        name,
        signature(STRING).returns(STRING).orError(),
        a -> {
          throw new GoError(a.string(0));
        });
  }
}
