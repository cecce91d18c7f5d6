package io.agentsrender.gotemplate.oracle;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import org.jspecify.annotations.Nullable;

/** The values of test-clusters/oracles/gotemplate/values.go, made anew for every case. */
final class OracleData {
  private OracleData() {}

  static GoMap create() {
    return map(
        "s",
        "text",
        "e",
        "",
        "n",
        42.0,
        "f",
        1.5,
        "neg",
        -3.0,
        "big",
        1234567.0,
        "huge",
        1e21,
        "tiny",
        1e-7,
        "t",
        true,
        "no",
        false,
        "z",
        0.0,
        "nul",
        null,
        "m",
        map("a", 1.0, "b", "two", "c", map("d", "deep"), "n", null),
        "l",
        GoSlice.of(1.0, "two", null, map("k", "v"), GoSlice.of(1.0, 2.0)),
        "ll",
        GoSlice.of("x", "y", "z"),
        "em",
        map(),
        "el",
        GoSlice.of(),
        "u",
        GoString.encode("héllo wörld"),
        "multi",
        "a\nb",
        "html",
        "<a href=\"x\">&'</a>",
        "maps",
        GoSlice.of(map("name", "a"), map("name", "b", "v", 2.0)));
  }

  static GoMap map(@Nullable Object... pairs) {
    GoMap map = new GoMap();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }
}
