package io.agentsrender.gotemplate.json;

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
import io.agentsrender.yaml.BinaryText;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.json.StructFields;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What encoding/json makes of Go values, as the plain values that writers take: maps, lists, text,
 * numbers, booleans, null.
 */
public final class PlainValues {
  /** Go finds cycles from this depth on; here it is the end, whatever is there. */
  private static final int MAX_DEPTH = 1000;

  private int depth;

  private PlainValues() {}

  /**
   * The plain value of a Go value.
   *
   * @throws GoError for what JSON does not have, with Go's text
   */
  public static @Nullable Object of(@Nullable Object value) {
    return new PlainValues().convert(value);
  }

  private @Nullable Object convert(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case GoNil _ -> null;
      case String bytes -> text(bytes);
      case Boolean _ -> value;
      case Double number -> finite(number);
      case Float number -> finite(number);
      case GoInt number -> integer(number);
      case GoMap map -> map(map);
      case GoSlice slice -> slice(slice);
      case GoPointer pointer -> convert(pointer.target());
      case GoObject object -> object(object);
      default -> throw unsupported(GoTypes.typeOf(value));
    };
  }

  /** The text of a byte string; one that is not UTF-8 stays bytes, of which writers take care. */
  public static Object text(String bytes) {
    if (GoString.isAscii(bytes)) {
      return bytes;
    }
    String text = GoString.decode(bytes);
    return GoString.encode(text).equals(bytes) ? text : new BinaryText(GoString.toBytes(bytes));
  }

  private static Number finite(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String name = Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
      throw new GoError("json: unsupported value: " + name);
    }
    return number;
  }

  private static Number integer(GoInt number) {
    if (number.isSigned() || number.bits() >= 0) {
      return number.bits();
    }
    return new BigInteger(Long.toUnsignedString(number.bits()));
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw GoError.notSupported(
          "JSON of what nests deeper than " + MAX_DEPTH + " levels, or holds itself");
    }
  }

  private @Nullable Object map(GoMap map) {
    if (map.isNil()) {
      return null;
    }
    enter();
    Map<String, @Nullable Object> plain = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((key, element) -> plain.put(key(map.type(), key), convert(element)));
    depth--;
    return plain;
  }

  private static String key(GoType type, Object key) {
    if (type.key().kind() == Kind.STRING) {
      return GoString.decode((String) GoNamed.basic(key));
    }
    if (key instanceof GoInt number && type.key().kind() != Kind.INTERFACE) {
      return integer(number).toString();
    }
    throw unsupported(type);
  }

  private @Nullable Object slice(GoSlice slice) {
    if (slice.isNil()) {
      return null;
    }
    if (slice.type().elem().kind() == Kind.UINT8) {
      return Base64.getEncoder().encodeToString(GoString.toBytes(slice.toByteString()));
    }
    enter();
    List<@Nullable Object> plain = new ArrayList<>(slice.length());
    slice.asList().forEach(element -> plain.add(convert(element)));
    depth--;
    return plain;
  }

  private @Nullable Object object(GoObject object) {
    GoType type = object.type();
    GoMethod json = type.method("MarshalJSON");
    if (json != null) {
      return JsonReader.of("").keepingNumbers().read(GoString.decode(call(object, json)));
    }
    GoMethod text = type.method("MarshalText");
    if (text != null) {
      return GoString.decode(call(object, text));
    }
    if (object instanceof GoNamed named) {
      return convert(named.value());
    }
    if (type.kind() != Kind.STRUCT) {
      throw unsupported(type);
    }
    enter();
    StructFields fields = new StructFields();
    addFields(object, fields);
    depth--;
    return fields;
  }

  private static String call(GoObject object, GoMethod method) {
    Object bytes = method.body().call(object, new @Nullable Object[0]);
    return bytes instanceof GoSlice slice ? slice.toByteString() : "";
  }

  private void addFields(GoObject struct, StructFields fields) {
    for (GoField field : struct.type().fields()) {
      Object value = field.of(struct);
      if (field.embedded() && value instanceof GoObject embedded) {
        addFields(embedded, fields);
      } else if (Character.isUpperCase(field.name().charAt(0)) && !field.tag().equals("-")) {
        addField(field, value, fields);
      }
    }
  }

  private void addField(GoField field, @Nullable Object value, StructFields fields) {
    String[] tag = field.tag().split(",", 2);
    boolean omitEmpty = tag.length > 1 && tag[1].contains("omitempty");
    if (!omitEmpty || !isEmpty(value)) {
      fields.put(tag[0].isEmpty() ? field.name() : tag[0], convert(value));
    }
  }

  /** What {@code omitempty} leaves out (encoding/json, isEmptyValue). */
  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case GoNil _ -> true;
      case String text -> text.isEmpty();
      case Boolean set -> !set;
      case GoInt number -> number.bits() == 0;
      case Double number -> number == 0;
      case GoMap map -> map.isEmpty();
      case GoSlice slice -> slice.isEmpty();
      default -> false;
    };
  }

  private static GoError unsupported(GoType type) {
    return new GoError("json: unsupported type: " + type.name());
  }

  /**
   * The Go value that reading into an {@code interface{}} gives for a plain value: {@code
   * map[string]interface {}}, {@code []interface {}}, byte strings, Double, Boolean, nil.
   */
  public static @Nullable Object toGo(@Nullable Object plain) {
    return switch (plain) {
      case Map<?, ?> map -> {
        GoMap go = new GoMap();
        map.forEach((key, value) -> go.put(GoString.encode((String) key), toGo(value)));
        yield go;
      }
      case List<?> list -> GoSlice.of(list.stream().map(PlainValues::toGo).toArray());
      case String text -> GoString.encode(text);
      case Long number -> GoInt.int64(number);
      case null, default -> plain;
    };
  }
}
