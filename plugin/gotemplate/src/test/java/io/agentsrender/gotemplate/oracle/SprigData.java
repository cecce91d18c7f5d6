package io.agentsrender.gotemplate.oracle;

import static io.agentsrender.gotemplate.oracle.OracleData.map;
import static io.agentsrender.gotemplate.value.GoTypes.FLOAT64;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRING_MAP;

import io.agentsrender.gotemplate.time.Durations;
import io.agentsrender.gotemplate.time.GoTime;
import io.agentsrender.gotemplate.time.TimeTypes;
import io.agentsrender.gotemplate.time.Zones;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The values of test-clusters/oracles/sprig/data.go, made anew for every case. */
final class SprigData {
  private SprigData() {}

  static GoMap create() {
    GoMap values = map("nil", null, "yes", true, "no", false);
    addNumbers(values);
    addTexts(values);
    addLists(values);
    addMaps(values);
    addTimes(values);
    values.put("pem", SprigKeys.RSA_KEY);
    values.put("ecPem", SprigKeys.EC_KEY);
    values.put("edPem", SprigKeys.ED_KEY);
    values.put("caCert", SprigKeys.CA_CERTIFICATE);
    return values;
  }

  private static void addNumbers(GoMap values) {
    values.put("zero", GoInt.of(0));
    values.put("int", GoInt.of(42));
    values.put("neg", GoInt.of(-7));
    values.put("i8", GoInt.of(Kind.INT8, -8));
    values.put("i16", GoInt.of(Kind.INT16, -1600));
    values.put("i32", GoInt.of(Kind.INT32, 3_200_000));
    values.put("i64", GoInt.int64(6_400_000_000L));
    values.put("maxInt", GoInt.int64(Long.MAX_VALUE));
    values.put("minInt", GoInt.int64(Long.MIN_VALUE));
    values.put("u8", GoInt.of(Kind.UINT8, 200));
    values.put("u16", GoInt.of(Kind.UINT16, 60_000));
    values.put("u32", GoInt.of(Kind.UINT32, 4_000_000_000L));
    values.put("u64", GoInt.of(Kind.UINT64, -1));
    values.put("f32", 0.1f);
    values.put("float", 3.75);
    values.put("five", 5.0);
    values.put("million", 1_234_567.0);
    values.put("huge", 1e21);
    values.put("tiny", 1e-7);
    values.put("nan", Double.NaN);
    values.put("inf", Double.POSITIVE_INFINITY);
    values.put("negInf", Double.NEGATIVE_INFINITY);
  }

  private static void addTexts(GoMap values) {
    values.put("text", "hello world");
    values.put("empty", "");
    values.put("unicode", GoString.encode("Grüße, 世界 😀"));
    values.put("invalid", "a\u00ffb\u00c3");
    values.put("lines", "one\ntwo\n\nthree\n");
    values.put("bytes", GoSlice.ofByteString("bytes"));
  }

  private static void addLists(GoMap values) {
    values.put("strings", GoSlice.ofStrings(List.of("pear", "apple", "fig")));
    values.put("noString", GoSlice.ofStrings(List.of()));
    values.put("nilList", GoSlice.nil(SLICE));
    values.put("ints", typed(INT, GoInt.of(3), GoInt.of(1), GoInt.of(2)));
    values.put("floats", typed(FLOAT64, 1.5, 2.0));
    values.put("list", GoSlice.of("a", GoInt.of(1), 2.5, null, true, "a", ""));
    values.put(
        "lists",
        GoSlice.of(GoSlice.of(GoInt.of(1), GoInt.of(2)), GoSlice.of(), GoSlice.of(GoInt.of(3))));
    values.put("maps", typed(MAP, map("name", "x"), map("name", "y")));
  }

  private static GoSlice typed(GoType element, Object... elements) {
    return GoSlice.copyOf(GoType.sliceOf(element), Arrays.asList(elements));
  }

  private static void addMaps(GoMap values) {
    GoSlice numbers = GoSlice.of(GoInt.of(1), GoInt.of(2));
    values.put(
        "map", map("a", GoInt.of(1), "b", "two", "c", map("d", "deep", "n", null), "l", numbers));
    GoMap inner = map("d", "over", "e", "new", "n", GoInt.of(5));
    values.put("over", map("a", GoInt.of(9), "b", "", "c", inner, "l", GoSlice.of(), "z", false));
    values.put("nilMap", GoMap.nil(MAP));
    GoMap texts = new GoMap(STRING_MAP);
    texts.put("k", "v");
    texts.put("j", "w");
    values.put("strMap", texts);
    GoMap counts = new GoMap(GoType.mapOf(STRING, INT));
    counts.put("one", GoInt.of(1));
    values.put("intMap", counts);
  }

  private static void addTimes(GoMap values) {
    values.put("time", GoTime.of(Instant.parse("2024-02-29T13:04:05.123456789Z"), Zones.UTC));
    values.put(
        "zoned",
        GoTime.parse("2006-01-02 15:04:05 -0700 MST", "1999-12-31 23:59:59 -0500 EST", Zones.UTC));
    values.put("noTime", GoTime.ZERO);
    values.put("duration", TimeTypes.duration(90 * Durations.MINUTE));
  }
}
