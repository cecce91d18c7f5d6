package io.agentsrender.gotemplate.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Go type ({@code reflect.Type}): its printed name, kind, element and key types, fields and
 * methods. Two types are the same where name and kind are.
 */
public final class GoType {
  private final String name;
  private final Kind kind;
  private final boolean defined;
  private final @Nullable GoType elem;
  private final @Nullable GoType key;
  private final GoType underlying;
  private List<GoField> fields = List.of();
  private Map<String, GoMethod> methods = Map.of();
  private Map<String, GoField> reachable = Map.of();

  /** Derived types are made once, by whoever asks first; a race makes equal ones. */
  private @Nullable GoType slice;

  private @Nullable GoType pointer;

  private GoType(
      String name,
      Kind kind,
      boolean defined,
      @Nullable GoType elem,
      @Nullable GoType key,
      @Nullable GoType underlying) {
    this.name = name;
    this.kind = kind;
    this.defined = defined;
    this.elem = elem;
    this.key = key;
    this.underlying = underlying == null ? this : underlying;
  }

  static GoType basic(Kind kind) {
    return new GoType(kind.goName(), kind, true, null, null, null);
  }

  /** An interface type with these methods; {@code interface {}} has none. */
  public static GoType interfaceOf(String name, GoMethod... methods) {
    GoType type = new GoType(name, Kind.INTERFACE, methods.length > 0, null, null, null);
    Map<String, GoMethod> byName = new LinkedHashMap<>();
    for (GoMethod method : methods) {
      byName.put(method.name(), method);
    }
    type.methods = byName;
    return type;
  }

  public static GoType sliceOf(GoType elem) {
    GoType known = elem.slice;
    if (known == null) {
      known = new GoType("[]" + elem.name, Kind.SLICE, false, elem, null, null);
      elem.slice = known;
    }
    return known;
  }

  public static GoType mapOf(GoType key, GoType elem) {
    return new GoType("map[" + key.name + "]" + elem.name, Kind.MAP, false, elem, key, null);
  }

  public static GoType pointerTo(GoType elem) {
    GoType known = elem.pointer;
    if (known == null) {
      known = new GoType("*" + elem.name, Kind.POINTER, false, elem, null, null);
      elem.pointer = known;
    }
    return known;
  }

  public static GoType function(Signature signature) {
    return new GoType(signature.toString(), Kind.FUNC, false, null, null, null);
  }

  /** Starts a struct type whose values are instances of {@code type}. */
  public static <T> Builder<T> struct(String name, Class<T> type) {
    return new Builder<>(new GoType(name, Kind.STRUCT, true, null, null, null), type);
  }

  /** Starts a defined type, such as {@code type Values map[string]interface{}}. */
  public static <T> Builder<T> defined(String name, GoType underlying, Class<T> type) {
    return new Builder<>(
        new GoType(name, underlying.kind, true, underlying.elem, underlying.key, underlying), type);
  }

  /** The name as {@code %T} prints it. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** The type of what a slice, map or pointer holds. */
  public GoType elem() {
    if (elem == null) {
      throw new IllegalStateException(name + " has no element type");
    }
    return elem;
  }

  /** The type of a map's keys. */
  public GoType key() {
    if (key == null) {
      throw new IllegalStateException(name + " has no key type");
    }
    return key;
  }

  /** The type a defined type is made of; itself for all others. */
  public GoType underlying() {
    return underlying;
  }

  /** The fields of a struct in their order, embedded structs as one field each. */
  public List<GoField> fields() {
    return fields;
  }

  /** The field reached by a name, also through embedded structs; null without one. */
  public @Nullable GoField field(String fieldName) {
    return reachable.get(fieldName);
  }

  /**
   * The method of that name; a pointer has those of its element. Null without one.
   *
   * <p>Whether a method with a pointer receiver is reachable is for the caller to decide.
   */
  public @Nullable GoMethod method(String methodName) {
    if (kind == Kind.POINTER && elem != null) {
      return elem.methods.get(methodName);
    }
    return methods.get(methodName);
  }

  public boolean hasMethods() {
    return kind == Kind.POINTER && elem != null ? !elem.methods.isEmpty() : !methods.isEmpty();
  }

  /** Whether this is {@code interface {}}. */
  public boolean isEmptyInterface() {
    return kind == Kind.INTERFACE && methods.isEmpty();
  }

  /** Whether {@code ==} is defined for all values of this type. */
  public boolean isComparable() {
    return switch (kind) {
      case FUNC, MAP, SLICE -> false;
      case STRUCT -> fields.stream().allMatch(field -> field.type().isComparable());
      default -> true;
    };
  }

  /** Whether a value of this type can be given where {@code target} is asked for (reflect). */
  public boolean isAssignableTo(GoType target) {
    if (equals(target) || target.isEmptyInterface()) {
      return true;
    }
    if (target.kind == Kind.INTERFACE) {
      return implementsAll(target);
    }
    return !(defined && target.defined)
        && kind == target.kind
        && underlying.equals(target.underlying);
  }

  private boolean implementsAll(GoType target) {
    for (GoMethod wanted : target.methods.values()) {
      GoMethod have = method(wanted.name());
      if (have == null || (have.onPointer() && kind != Kind.POINTER && kind != Kind.INTERFACE)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof GoType that && kind == that.kind && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * Fills a defined type with fields and methods.
   *
   * @param <T> the Java class of its values
   */
  public static final class Builder<T> {
    private final GoType type;
    private final Class<T> values;
    private final List<GoField> fields = new ArrayList<>();
    private final Map<String, GoMethod> methods = new LinkedHashMap<>();

    private Builder(GoType type, Class<T> values) {
      this.type = type;
      this.values = values;
    }

    /** The type being built, for methods that take or return it. */
    public GoType self() {
      return type;
    }

    /** Adds a field without a {@code json} tag. */
    public Builder<T> field(String name, GoType fieldType, Function<T, @Nullable Object> getter) {
      return field(name, fieldType, "", getter);
    }

    /** Adds a field with the text of its {@code json} tag. */
    public Builder<T> field(
        String name, GoType fieldType, String tag, Function<T, @Nullable Object> getter) {
      fields.add(new GoField(name, fieldType, tag, false, s -> getter.apply(values.cast(s))));
      return this;
    }

    /** Adds an embedded struct, whose fields are reachable through this one. */
    public Builder<T> embedded(String name, GoType fieldType, Function<T, Object> getter) {
      fields.add(new GoField(name, fieldType, "", true, s -> getter.apply(values.cast(s))));
      return this;
    }

    /** Adds a method with a value receiver. */
    public Builder<T> method(String name, Signature signature, Body<T> body) {
      return method(name, signature, false, body);
    }

    /** Adds a method with a pointer receiver. */
    public Builder<T> pointerMethod(String name, Signature signature, Body<T> body) {
      return method(name, signature, true, body);
    }

    private Builder<T> method(String name, Signature signature, boolean onPointer, Body<T> body) {
      methods.put(
          name,
          new GoMethod(
              name, signature, onPointer, (self, args) -> body.call(values.cast(self), args)));
      return this;
    }

    /** Makes the type complete. */
    public GoType build() {
      type.fields = List.copyOf(fields);
      type.reachable = reachable(fields);
      fields.stream().filter(GoField::embedded).forEach(this::promoteMethods);
      type.methods = Map.copyOf(methods);
      return type;
    }

    /** Methods of embedded structs are methods of the outer one, unless it has the name itself. */
    private void promoteMethods(GoField outer) {
      for (GoMethod inner : outer.type().methods.values()) {
        if (fields.stream().noneMatch(field -> field.name().equals(inner.name()))) {
          methods.putIfAbsent(
              inner.name(),
              new GoMethod(
                  inner.name(),
                  inner.signature(),
                  inner.onPointer(),
                  (struct, args) ->
                      inner.body().call(Objects.requireNonNull(outer.of(struct)), args)));
        }
      }
    }

    /** Names of the outer struct hide those of embedded ones (reflect, FieldByName). */
    private static Map<String, GoField> reachable(List<GoField> fields) {
      Map<String, GoField> byName = new HashMap<>();
      for (GoField outer : fields) {
        if (outer.embedded()) {
          for (GoField inner : outer.type().reachable.values()) {
            byName.put(inner.name(), through(outer, inner));
          }
        }
      }
      for (GoField field : fields) {
        byName.put(field.name(), field);
      }
      return byName;
    }

    private static GoField through(GoField outer, GoField inner) {
      return new GoField(
          inner.name(),
          inner.type(),
          inner.tag(),
          inner.embedded(),
          struct -> {
            Object middle = outer.of(struct);
            return middle == null ? null : inner.of(middle);
          });
    }
  }

  /**
   * What a method does.
   *
   * @param <T> the Java class of its receiver
   */
  @FunctionalInterface
  public interface Body<T> {
    @Nullable Object call(T receiver, @Nullable Object[] arguments);
  }
}
