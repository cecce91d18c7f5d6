package io.agentsrender.gotemplate.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.statement.OutputMap;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Budget;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputMapTest {
  private final OutputMap map = new OutputMap();

  private String render(String... texts) {
    return TestTemplates.execution(TestTemplates.set(texts), Budget.DEFAULT.meter())
        .render("t0.yaml", new GoMap(), map);
  }

  private Optional<Position> positionOf(String output, String part) {
    return map.positionOf(output.indexOf(part));
  }

  @Test
  void everyByteKnowsTheLineOfItsTemplate() {
    String output =
        render(
            """
            kind: A
            name: {{ "a" }}
            {{- range list 1 2 }}
            ---
            kind: B
            name: b{{ . }}
            {{- end }}
            last\
            """);

    assertThat(positionOf(output, "kind: A")).contains(new Position("t0.yaml", 1, 1));
    assertThat(positionOf(output, "a\n---")).contains(new Position("t0.yaml", 2, 10));
    assertThat(positionOf(output, "kind: B")).contains(new Position("t0.yaml", 5, 1));
    assertThat(positionOf(output, "2\nlast")).contains(new Position("t0.yaml", 6, 11));
    assertThat(positionOf(output, "last")).contains(new Position("t0.yaml", 8, 1));
  }

  @Test
  void templatesWriteFromTheirOwnPlaceAndIncludesFromThatOfTheAction() {
    String output =
        render("{{ template \"x\" }}\n{{ include \"x\" . }}", "\n{{ define \"x\" }}text{{ end }}");

    assertThat(map.positionOf(0)).contains(new Position("t1.yaml", 2, 17));
    assertThat(map.positionOf(output.lastIndexOf("text"))).contains(new Position("t0.yaml", 2, 4));
  }

  @Test
  void anEmptyOutputComesFromNowhere() {
    render("{{ if false }}x{{ end }}");

    assertThat(map.positionOf(0)).isEmpty();
  }
}
