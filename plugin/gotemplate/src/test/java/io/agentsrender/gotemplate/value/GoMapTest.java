package io.agentsrender.gotemplate.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GoMapTest {
  @Test
  void keysStandInTheOrderOfTheirBytes() {
    GoMap map = GoMap.of(Map.of("b", 1.0, "a", 2.0, "B", 3.0, "10", 4.0, "9", 5.0));

    assertThat(map.sortedKeys()).containsExactly("10", "9", "B", "a", "b");
  }

  @Test
  void aThawedMapChangesAloneAndDeeply() {
    GoMap inner = GoMap.of(Map.of("x", "old"));
    GoSlice list = GoSlice.of(GoMap.of(Map.of("y", "old")));
    GoMap frozen = new GoMap();
    frozen.put("inner", inner);
    frozen.put("list", list);
    frozen.freeze();

    GoMap first = frozen.thaw();
    GoMap firstInner = (GoMap) Objects.requireNonNull(first.get("inner"));
    firstInner.put("x", "new");
    GoSlice firstList = (GoSlice) Objects.requireNonNull(first.get("list"));
    ((GoMap) Objects.requireNonNull(firstList.get(0))).put("y", "new");

    assertThat(first.get("inner")).isSameAs(firstInner);
    assertThat(first.toString()).contains("x=new").contains("y=new");
    assertThat(frozen.thaw().toString()).contains("x=old").contains("y=old");
    assertThatThrownBy(() -> inner.put("x", "z")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNilMapRefusesEntries() {
    assertThatThrownBy(() -> GoMap.nil(GoTypes.MAP).put("a", "b"))
        .isInstanceOf(GoError.class)
        .hasMessage("assignment to entry in nil map");
  }

  @Test
  void aDefinedMapTypeIsAssignableToItsUnderlyingOne() {
    GoType values = GoType.defined("chartutil.Values", GoTypes.MAP, GoMap.class).build();

    assertThat(values.isAssignableTo(GoTypes.MAP)).isTrue();
    assertThat(GoTypes.MAP.isAssignableTo(values)).isTrue();
    assertThat(values.isAssignableTo(GoTypes.STRING_MAP)).isFalse();
    assertThat(values.isAssignableTo(GoTypes.ANY)).isTrue();
  }
}
