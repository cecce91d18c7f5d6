package io.agentsrender.gotemplate.sprig.collection;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.sprig.table.Values;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions over maps. Where Go goes through a map in no order, these go in that of its keys. */
public final class MapFunctions {
  private MapFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("dict", signature(ANY).variadicLast().returns(MAP), MapFunctions::dict);
    table.add("get", signature(MAP, STRING), MapFunctions::get);
    table.add("set", signature(MAP, STRING, ANY).returns(MAP), MapFunctions::set);
    table.add("unset", signature(MAP, STRING).returns(MAP), MapFunctions::unset);
    table.add(
        "hasKey",
        signature(MAP, STRING).returns(BOOL),
        args -> args.map(0).containsKey(args.string(1)));
    table.add("pluck", signature(STRING, MAP).variadicLast().returns(SLICE), MapFunctions::pluck);
    table.add("keys", signature(MAP).variadicLast().returns(STRINGS), MapFunctions::keys);
    table.add("values", signature(MAP).returns(SLICE), MapFunctions::values);
    table.add("pick", signature(MAP, STRING).variadicLast().returns(MAP), MapFunctions::pick);
    table.add("omit", signature(MAP, STRING).variadicLast().returns(MAP), MapFunctions::omit);
    table.add("dig", signature(ANY).variadicLast().orError(), MapFunctions::dig);
    table.add("deepCopy", signature(ANY), MapFunctions::copy);
    table.add("mustDeepCopy", signature(ANY).orError(), MapFunctions::copy);
  }

  private static GoMap dict(Arguments args) {
    Allowance.list(args.context().meter(), args.size());
    GoMap map = new GoMap();
    for (int i = 0; i < args.size(); i += 2) {
      String key = Values.text(args.context().meter(), args.value(i));
      map.put(key, i + 1 < args.size() ? args.value(i + 1) : "");
    }
    return map;
  }

  private static @Nullable Object get(Arguments args) {
    GoMap map = args.map(0);
    return map.containsKey(args.string(1)) ? map.get(args.string(1)) : "";
  }

  private static GoMap set(Arguments args) {
    args.map(0).put(args.string(1), args.value(2));
    return args.map(0);
  }

  private static GoMap unset(Arguments args) {
    args.map(0).remove(args.string(1));
    return args.map(0);
  }

  private static GoSlice pluck(Arguments args) {
    List<@Nullable Object> found = new ArrayList<>();
    for (int i = 1; i < args.size(); i++) {
      if (args.map(i).containsKey(args.string(0))) {
        found.add(args.map(i).get(args.string(0)));
      }
    }
    return GoSlice.of(found.toArray());
  }

  private static GoSlice keys(Arguments args) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      Allowance.list(args.context().meter(), args.map(i).size());
      for (Object key : args.map(i).sortedKeys()) {
        keys.add((String) key);
      }
    }
    return GoSlice.ofStrings(keys);
  }

  private static GoSlice values(Arguments args) {
    GoMap map = args.map(0);
    Allowance.list(args.context().meter(), map.size());
    List<@Nullable Object> values = new ArrayList<>(map.size());
    map.forEach((key, value) -> values.add(value));
    return GoSlice.of(values.toArray());
  }

  private static GoMap pick(Arguments args) {
    GoMap map = args.map(0);
    GoMap picked = new GoMap();
    for (int i = 1; i < args.size(); i++) {
      if (map.containsKey(args.string(i))) {
        picked.put(args.string(i), map.get(args.string(i)));
      }
    }
    return picked;
  }

  private static GoMap omit(Arguments args) {
    GoMap map = args.map(0);
    Allowance.list(args.context().meter(), map.size());
    Set<@Nullable Object> omitted = new HashSet<>(args.rest());
    GoMap rest = new GoMap();
    map.forEach((key, value) -> {
      if (!omitted.contains(key)) {
        rest.put(key, value);
      }
    });
    return rest;
  }

  /** The value at the end of a path of keys, or a default where a key is missing. */
  private static @Nullable Object dig(Arguments args) {
    int last = args.size() - 1;
    if (last < 2) {
      throw new GoError("dig needs at least three arguments");
    }
    GoMap map = mapAt(args.value(last));
    List<String> keys = new ArrayList<>();
    for (Object key : args.rest().subList(0, last - 1)) {
      keys.add(key(key));
    }
    for (String key : keys.subList(0, keys.size() - 1)) {
      if (!map.containsKey(key)) {
        return args.value(last - 1);
      }
      map = mapAt(map.get(key));
    }
    return map.containsKey(keys.getLast()) ? map.get(keys.getLast()) : args.value(last - 1);
  }

  private static GoMap mapAt(@Nullable Object value) {
    if (value instanceof GoMap map && map.type().equals(MAP)) {
      return map;
    }
    throw conversion(value, MAP.name());
  }

  private static String key(@Nullable Object value) {
    if (value instanceof String key) {
      return key;
    }
    throw conversion(value, STRING.name());
  }

  /** The panic of a type assertion. */
  private static GoError conversion(@Nullable Object value, String wanted) {
    String found = value == null ? "nil" : GoFormat.typeName(value);
    return new GoError("interface conversion: interface {} is " + found + ", not " + wanted);
  }

  private static Object copy(Arguments args) {
    Object value = args.value(0);
    if (value == null) {
      throw new GoError("reflect: call of reflect.Value.Type on zero Value");
    }
    return new DeepCopy(args.context().meter()).of(value);
  }
}
