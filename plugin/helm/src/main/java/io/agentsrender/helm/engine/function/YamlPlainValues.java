package io.agentsrender.helm.engine.function;

import io.agentsrender.gotemplate.json.PlainValues;
import io.agentsrender.gotemplate.time.Durations;
import io.agentsrender.gotemplate.time.GoTime;
import io.agentsrender.gotemplate.time.TimeTypes;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoField;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.yaml.json.StructFields;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Go values as go-yaml v3 takes them for {@code toYamlPretty}: without the detour through JSON, so
 * that bytes are lists of numbers and text that is not UTF-8 is binary.
 */
final class YamlPlainValues {
  private static final int MAX_DEPTH = 1000;

  /** time.RFC3339Nano. */
  private static final String TIME = "2006-01-02T15:04:05.999999999Z07:00";

  /** A scalar that stands without quotes though it could be something else. */
  private record PlainText(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private int depth;

  private YamlPlainValues() {}

  /**
   * The plain value.
   *
   * @throws GoError for what is not supported
   */
  static @Nullable Object of(@Nullable Object value) {
    return new YamlPlainValues().convert(value);
  }

  private @Nullable Object convert(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case GoNil _ -> null;
      case String bytes -> PlainValues.text(bytes);
      case GoInt number -> integer(number);
      case GoMap map -> map(map);
      case GoSlice slice -> slice(slice);
      case GoPointer pointer -> convert(pointer.target());
      case GoTime time -> new PlainText(time.format(TIME));
      case GoNamed named when named.type().equals(TimeTypes.DURATION) ->
          Durations.text(((GoInt) named.value()).bits());
      case GoNamed named when !named.type().hasMethods() -> convert(named.value());
      case GoObject object when isStruct(object.type()) -> struct(object);
      case Boolean _, Double _, Float _ -> value;
      default -> throw unsupported(value);
    };
  }

  private static boolean isStruct(GoType type) {
    return type.kind() == Kind.STRUCT && type.method("MarshalText") == null;
  }

  /** Fields by their names in lower case, for none of these types has names for YAML. */
  private Object struct(GoObject struct) {
    enter();
    StructFields plain = new StructFields();
    for (GoField field : struct.type().fields()) {
      if (Character.isUpperCase(field.name().charAt(0))) {
        plain.put(field.name().toLowerCase(Locale.ROOT), convert(field.of(struct)));
      }
    }
    depth--;
    return plain;
  }

  private static Number integer(GoInt number) {
    return number.isSigned() || number.bits() >= 0
        ? (Number) number.bits()
        : new BigInteger(Long.toUnsignedString(number.bits()));
  }

  private @Nullable Object map(GoMap map) {
    enter();
    Map<String, @Nullable Object> plain = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((key, element) -> {
      if (!(key instanceof String text)) {
        throw unsupported(key);
      }
      plain.put(GoString.decode(text), convert(element));
    });
    depth--;
    return plain;
  }

  private Object slice(GoSlice slice) {
    enter();
    List<@Nullable Object> plain = new ArrayList<>(slice.length());
    slice.asList().forEach(element -> plain.add(convert(element)));
    depth--;
    return plain;
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw GoError.notSupported("toYamlPretty of what nests deeper than " + MAX_DEPTH + " levels");
    }
  }

  private static GoError unsupported(Object value) {
    return GoError.notSupported("toYamlPretty of type " + GoTypes.typeOf(value).name());
  }
}
