package io.agentsrender.gotemplate.value;

/** The kinds of Go types ({@code reflect.Kind}). */
public enum Kind {
  BOOL("bool"),
  INT("int", 64, true),
  INT8("int8", 8, true),
  INT16("int16", 16, true),
  INT32("int32", 32, true),
  INT64("int64", 64, true),
  UINT("uint", 64, false),
  UINT8("uint8", 8, false),
  UINT16("uint16", 16, false),
  UINT32("uint32", 32, false),
  UINT64("uint64", 64, false),
  UINTPTR("uintptr", 64, false),
  FLOAT32("float32"),
  FLOAT64("float64"),
  COMPLEX128("complex128"),
  ARRAY("array"),
  FUNC("func"),
  INTERFACE("interface"),
  MAP("map"),
  POINTER("ptr"),
  SLICE("slice"),
  STRING("string"),
  STRUCT("struct");

  private final String goName;
  private final int bits;
  private final boolean signed;

  Kind(String goName) {
    this(goName, 0, false);
  }

  Kind(String goName, int bits, boolean signed) {
    this.goName = goName;
    this.bits = bits;
    this.signed = signed;
  }

  /** The kind's name in Go, which for the basic types is the type's name too. */
  public String goName() {
    return goName;
  }

  /** Width of an integer kind; 0 for all others. */
  public int bits() {
    return bits;
  }

  public boolean isInteger() {
    return bits != 0;
  }

  public boolean isSigned() {
    return signed;
  }

  /** Whether nil can be assigned to types of this kind (text/template/exec.go, canBeNil). */
  public boolean canBeNil() {
    return switch (this) {
      case FUNC, INTERFACE, MAP, POINTER, SLICE -> true;
      default -> false;
    };
  }
}
