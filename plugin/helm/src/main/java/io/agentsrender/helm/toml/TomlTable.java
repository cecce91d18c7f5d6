package io.agentsrender.helm.toml;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table that is being read: knows who may still add to it. */
final class TomlTable {
  private static final GoType TABLES = GoType.sliceOf(GoTypes.MAP);

  private final Map<String, Object> entries = new LinkedHashMap<>();

  /** Whether a header or a value made it, so that no other may. */
  private boolean defined;

  /** Whether it is an inline table, which nothing may be added to. */
  private boolean closed;

  /** The tables that headers in double brackets make. */
  static final class Tables {
    private final List<TomlTable> tables = new ArrayList<>();

    TomlTable append() {
      TomlTable table = new TomlTable().define();
      tables.add(table);
      return table;
    }

    TomlTable last() {
      return tables.getLast();
    }
  }

  TomlTable define() {
    defined = true;
    return this;
  }

  TomlTable close() {
    closed = true;
    return this;
  }

  boolean isDefined() {
    return defined;
  }

  boolean isClosed() {
    return closed;
  }

  @Nullable Object get(String key) {
    return entries.get(key);
  }

  void put(String key, Object value) {
    entries.put(key, value);
  }

  GoMap toGo() {
    GoMap map = new GoMap();
    entries.forEach((key, value) -> map.put(key, toGo(value)));
    return map;
  }

  private static Object toGo(Object value) {
    return switch (value) {
      case TomlTable table -> table.toGo();
      case Tables tables ->
          GoSlice.copyOf(TABLES, tables.tables.stream().map(each -> each.toGo()).toList());
      case List<?> list -> GoSlice.of(list.stream().map(TomlTable::toGo).toArray());
      default -> value;
    };
  }
}
