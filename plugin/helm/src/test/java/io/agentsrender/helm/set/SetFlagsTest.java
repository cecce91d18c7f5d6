package io.agentsrender.helm.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.testing.JsonLines;
import io.agentsrender.helm.testing.JsonLines.Line;
import io.agentsrender.helm.values.ScalarValue;
import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueList;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.helm.values.ValuesFile;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Set flags against what strvals makes of them; recorded by {@code go run ./setflags} in
 * test-clusters/oracles/helm.
 */
class SetFlagsTest {
  private static final int ARGUMENTS = 5 * 320;

  private static final String VALUES =
      "{list: [a, b, null], map: {k: v}, str: s, nul: null, num: 1.5, flag: true, maps: [{'n':"
          + " 0.5}]}";

  @Test
  void readsArgumentsAsStrvalsDoes() {
    List<Line> lines = JsonLines.read("/set/set-flags.jsonl");
    assertEquals(ARGUMENTS, lines.size());
    assertAll(lines.stream().map(line -> () -> check(line)));
  }

  private static void check(Line line) {
    String flag = line.text("flag");
    String argument = line.text("argument");
    if (line.has("error")) {
      assertThat(error(flag, argument)).as(flag + " " + argument).endsWith(line.text("error"));
    } else {
      assertEquals(line.get("values"), typed(apply(flag, argument)), flag + " " + argument);
    }
  }

  private static String error(String flag, String argument) {
    try {
      return "no error but " + typed(apply(flag, argument));
    } catch (RenderException e) {
      return e.problems().getFirst().reason();
    }
  }

  private static ValueTable apply(String flag, String argument) {
    ValueTable values =
        ValuesFile.ofUser(Content.ofText(VALUES), "values.yaml", HelmProfile.DEFAULT).copy();
    SetFlags flags =
        new SetFlags(
            HelmProfile.DEFAULT, path -> Optional.of(Content.ofText("content of " + path)));
    for (SetFlag.Kind kind : SetFlag.Kind.values()) {
      if (kind.flag().equals(flag)) {
        return flags.apply(values, List.of(new SetFlag(kind, argument)));
      }
    }
    throw new AssertionError(flag);
  }

  private static @Nullable Object typed(Value value) {
    return switch (value) {
      case ValueTable table -> {
        Map<String, @Nullable Object> map = new HashMap<>();
        table
            .keys()
            .forEach(key -> map.put(GoString.decode(key), typed(table.existing(key).value())));
        yield map;
      }
      case ValueList list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.elements().forEach(item -> items.add(typed(item)));
        yield items;
      }
      case ScalarValue(@Nullable Object go, _) ->
          go == null
              ? null
              : GoString.decode(
                  GoFormat.typeName(go) + " " + GoFormat.text(Budget.DEFAULT.meter(), go));
    };
  }
}
