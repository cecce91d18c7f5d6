package io.agentsrender.helm.toml;

import io.agentsrender.gotemplate.fmt.FloatText;
import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.time.GoTime;
import io.agentsrender.gotemplate.time.TimeTypes;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoField;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes Go values as TOML (BurntSushi/toml encode.go). All text is byte strings. */
public final class TomlWriter {
  private static final String INDENT = "  ";

  /** time.RFC3339Nano. */
  private static final String TIME = "2006-01-02T15:04:05.999999999Z07:00";

  private final Notation notation;
  private final Meter meter;
  private final StringBuilder out = new StringBuilder();

  /** How floats are written, which changed with releases of the library. */
  public enum Notation {
    /** All digits, and infinity with its sign: {@code 100000000000000000000000.0}, release 1.3. */
    SIGNED,
    /** All digits: release 1.5. */
    PLAIN,
    /** With an exponent where it is large or small: {@code 1e+23}, release 1.6. */
    EXPONENT
  }

  private TomlWriter(Notation notation, Meter meter) {
    this.notation = notation;
    this.meter = meter;
  }

  /**
   * Writes a value.
   *
   * @throws GoError where the library gives an error
   */
  public static String write(@Nullable Object value, Notation notation, Meter meter) {
    if (value == null) {
      throw new GoError("reflect: call of reflect.Value.Type on zero Value");
    }
    TomlWriter writer = new TomlWriter(notation, meter);
    writer.encode(List.of(), follow(value));
    return writer.out.toString();
  }

  private void encode(List<String> path, @Nullable Object value) {
    meter.step();
    switch (value) {
      case null -> {}
      case GoMap map when map.isNil() -> {}
      case GoMap map -> table(path, entries(map));
      case GoSlice slice when isTableArray(slice) -> arrayOfTables(path, slice);
      case GoObject object when isStruct(object) -> table(path, entries(object));
      default -> keyValue(path, value, false);
    }
  }

  private void table(List<String> path, Map<String, @Nullable Object> entries) {
    if (path.size() == 1) {
      newLine();
    }
    if (!path.isEmpty()) {
      indent(path);
      out.append('[').append(TomlKeys.path(path)).append(']');
      newLine();
    }
    entries(path, entries);
  }

  private void arrayOfTables(List<String> path, GoSlice tables) {
    if (path.isEmpty()) {
      throw new GoError("toml: top-level values must be Go maps or structs");
    }
    for (Object element : tables.asList()) {
      Object table = follow(element);
      if (isNil(table)) {
        continue;
      }
      newLine();
      indent(path);
      out.append("[[").append(TomlKeys.path(path)).append("]]");
      newLine();
      entries(path, entriesOf(table));
    }
  }

  private void entries(List<String> path, Map<String, @Nullable Object> entries) {
    for (boolean tables : new boolean[] {false, true}) {
      entries.forEach((key, value) -> {
        if (!isNil(value) && isTable(value) == tables) {
          List<String> inner = new ArrayList<>(path);
          inner.add(key);
          encode(inner, value);
        }
      });
    }
  }

  private void keyValue(List<String> path, @Nullable Object value, boolean inline) {
    if (path.isEmpty()) {
      element(value);
      return;
    }
    indent(path);
    out.append(TomlKeys.key(path.getLast())).append(" = ");
    element(value);
    if (!inline) {
      newLine();
    }
  }

  private void element(@Nullable Object value) {
    meter.step();
    switch (value) {
      case String text -> out.append(TomlKeys.quote(text));
      case Boolean set -> out.append(set.toString());
      case GoInt number -> out.append(GoFormat.text(meter, number));
      case Double number -> out.append(decimal(number));
      case Float number -> out.append(decimal(number.doubleValue()));
      case GoSlice slice -> array(slice);
      case GoMap map -> inlineTable(entries(map));
      case GoPointer pointer -> element(pointer.target());
      case GoObject object when isStruct(object) -> inlineTable(entries(object));
      case GoTime time -> out.append(time.format(TIME));
      case GoNamed named when named.type().equals(TimeTypes.DURATION) ->
          out.append(TomlKeys.quote(GoFormat.text(meter, named)));
      case null, default ->
          throw GoError.notSupported("toToml of type " + GoFormat.typeName(value));
    }
  }

  private String decimal(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number < 0 ? "-inf" : notation == Notation.SIGNED ? "+inf" : "inf";
    }
    String text =
        notation == Notation.EXPONENT
            ? GoFormat.text(meter, number)
            : FloatText.format(number, 'f', -1, Double.SIZE);
    return text.indexOf('.') >= 0 || text.indexOf('e') >= 0 ? text : text + ".0";
  }

  private void array(GoSlice slice) {
    out.append('[');
    for (int i = 0; i < slice.length(); i++) {
      out.append(i == 0 ? "" : ", ");
      element(follow(slice.get(i)));
    }
    out.append(']');
  }

  private void inlineTable(Map<String, @Nullable Object> entries) {
    out.append('{');
    List<String> direct = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    entries.forEach((key, value) -> (!isNil(value) && isTable(value) ? tables : direct).add(key));
    inlineEntries(entries, direct, !tables.isEmpty());
    inlineEntries(entries, tables, false);
    out.append('}');
  }

  private void inlineEntries(
      Map<String, @Nullable Object> entries, List<String> keys, boolean more) {
    for (int i = 0; i < keys.size(); i++) {
      Object value = entries.get(keys.get(i));
      if (!isNil(value)) {
        keyValue(List.of(keys.get(i)), value, true);
        out.append(more || i < keys.size() - 1 ? ", " : "");
      }
    }
  }

  private static Map<String, @Nullable Object> entriesOf(@Nullable Object table) {
    return switch (table) {
      case GoMap map -> entries(map);
      case GoObject struct -> entries(struct);
      case null, default -> throw new IllegalStateException("no table");
    };
  }

  private static Map<String, @Nullable Object> entries(GoMap map) {
    if (map.type().key().kind() != Kind.STRING) {
      throw new GoError("toml: cannot encode a map with non-string key type");
    }
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    map.forEach((key, value) -> entries.put((String) key, follow(value)));
    return entries;
  }

  private static Map<String, @Nullable Object> entries(GoObject struct) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (GoField field : struct.type().fields()) {
      Object value = follow(field.of(struct));
      if (field.embedded() && value instanceof GoObject embedded) {
        entries.putAll(entries(embedded));
      } else if (Character.isUpperCase(field.name().charAt(0))) {
        entries.put(field.name(), value);
      }
    }
    return entries;
  }

  /** Through pointers, and from a named type to what it is made of. */
  private static @Nullable Object follow(@Nullable Object value) {
    return switch (value) {
      case GoPointer(Object target) -> follow(target);
      case GoNamed named when !named.type().hasMethods() -> named.value();
      case null, default -> value;
    };
  }

  private static boolean isNil(@Nullable Object value) {
    return value == null
        || (value instanceof GoMap map && map.isNil())
        || (value instanceof GoSlice slice && slice.isNil());
  }

  private static boolean isStruct(@Nullable Object value) {
    return value instanceof GoObject object
        && object.type().kind() == Kind.STRUCT
        && object.type().method("MarshalText") == null;
  }

  private static boolean isTable(@Nullable Object value) {
    return value instanceof GoMap
        || isStruct(value)
        || (value instanceof GoSlice slice && isTableArray(slice));
  }

  private static boolean isTableArray(GoSlice slice) {
    boolean tables = !slice.isEmpty();
    for (Object element : slice.asList()) {
      Object followed = follow(element);
      if (isNil(followed)) {
        throw new GoError("toml: cannot encode array with nil element");
      }
      if (followed instanceof GoSlice nested && isTableArray(nested)) {
        tables = false;
      }
      tables &= followed instanceof GoMap || isStruct(followed);
    }
    return tables;
  }

  private void newLine() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  private void indent(List<String> path) {
    out.repeat(INDENT, path.size() - 1);
  }
}
