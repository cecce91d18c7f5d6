package io.agentsrender.gotemplate.value;

import org.jspecify.annotations.Nullable;

/** The types every template meets, and the type of any value. */
public final class GoTypes {
  public static final GoType ANY = GoType.interfaceOf("interface {}");
  public static final GoType BOOL = GoType.basic(Kind.BOOL);
  public static final GoType INT = GoType.basic(Kind.INT);
  public static final GoType INT8 = GoType.basic(Kind.INT8);
  public static final GoType INT16 = GoType.basic(Kind.INT16);
  public static final GoType INT32 = GoType.basic(Kind.INT32);
  public static final GoType INT64 = GoType.basic(Kind.INT64);
  public static final GoType UINT = GoType.basic(Kind.UINT);
  public static final GoType UINT8 = GoType.basic(Kind.UINT8);
  public static final GoType UINT16 = GoType.basic(Kind.UINT16);
  public static final GoType UINT32 = GoType.basic(Kind.UINT32);
  public static final GoType UINT64 = GoType.basic(Kind.UINT64);
  public static final GoType UINTPTR = GoType.basic(Kind.UINTPTR);
  public static final GoType FLOAT32 = GoType.basic(Kind.FLOAT32);
  public static final GoType FLOAT64 = GoType.basic(Kind.FLOAT64);
  public static final GoType COMPLEX128 = GoType.basic(Kind.COMPLEX128);
  public static final GoType STRING = GoType.basic(Kind.STRING);

  /** {@code []interface {}}. */
  public static final GoType SLICE = GoType.sliceOf(ANY);

  public static final GoType STRINGS = GoType.sliceOf(STRING);
  public static final GoType BYTES = GoType.sliceOf(UINT8);

  /** {@code map[string]interface {}}. */
  public static final GoType MAP = GoType.mapOf(STRING, ANY);

  public static final GoType STRING_MAP = GoType.mapOf(STRING, STRING);

  private static final Signature TEXT = Signature.signature().returns(STRING);

  public static final GoType ERROR =
      GoType.interfaceOf("error", new GoMethod("Error", TEXT, false, GoTypes::abstractMethod));

  /**
   * A parameter of type {@code reflect.Value}: the function sees the argument as the evaluator has
   * it, which may be nothing at all. Only built-in functions use it.
   */
  public static final GoType REFLECT_VALUE = GoType.struct("reflect.Value", Object.class).build();

  private GoTypes() {}

  /**
   * The type of a value.
   *
   * @param value not nil: nil has no type
   */
  public static GoType typeOf(Object value) {
    return switch (value) {
      case String _ -> STRING;
      case GoMap map -> map.type();
      case GoSlice slice -> slice.type();
      case GoInt integer -> ofInteger(integer.kind());
      case Boolean _ -> BOOL;
      case Double _ -> FLOAT64;
      case GoObject object -> object.type();
      case Float _ -> FLOAT32;
      case GoNil nil -> nil.type();
      case GoComplex _ -> COMPLEX128;
      default -> throw new IllegalArgumentException("not a Go value: " + value.getClass());
    };
  }

  /** The kind of a value that is not nil. */
  public static Kind kindOf(Object value) {
    return value instanceof GoInt integer ? integer.kind() : typeOf(value).kind();
  }

  static GoType ofInteger(Kind kind) {
    return switch (kind) {
      case INT -> INT;
      case INT8 -> INT8;
      case INT16 -> INT16;
      case INT32 -> INT32;
      case INT64 -> INT64;
      case UINT -> UINT;
      case UINT8 -> UINT8;
      case UINT16 -> UINT16;
      case UINT32 -> UINT32;
      case UINT64 -> UINT64;
      case UINTPTR -> UINTPTR;
      default -> throw new IllegalArgumentException("not an integer kind: " + kind);
    };
  }

  /** The zero value of a type ({@code reflect.Zero}); null for {@code interface {}}. */
  public static @Nullable Object zero(GoType type) {
    return switch (type.kind()) {
      case BOOL -> false;
      case FLOAT32 -> 0f;
      case FLOAT64 -> 0d;
      case COMPLEX128 -> new GoComplex(0, 0);
      case STRING -> "";
      case MAP -> GoMap.nil(type);
      case SLICE -> GoSlice.nil(type);
      case INTERFACE -> null;
      case POINTER, FUNC -> new GoNil(type);
      case ARRAY, STRUCT -> throw GoError.notSupported("the zero value of type " + type);
      default -> GoInt.of(type.kind(), 0);
    };
  }

  private static @Nullable Object abstractMethod(Object receiver, @Nullable Object[] arguments) {
    throw new IllegalStateException("a method of an interface type has no body");
  }
}
