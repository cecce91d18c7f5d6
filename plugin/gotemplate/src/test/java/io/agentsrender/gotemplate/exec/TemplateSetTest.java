package io.agentsrender.gotemplate.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.budget.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TemplateSetTest {
  @Test
  void aSetWithMoreTemplatesLeavesTheOneBelowAsItIs() {
    TemplateSet below = TestTemplates.set("{{ template \"x\" }}{{ define \"x\" }}old{{ end }}");
    TemplateSet above = below.with(below.parse("more", "{{ define \"x\" }}new{{ end }}"));

    assertThat(render(below)).isEqualTo("old");
    assertThat(render(above)).isEqualTo("new");
    assertThat(above.names()).containsExactly("more", "t0.yaml", "x");
  }

  @Test
  void anEmptyDefinitionReplacesNothing() {
    TemplateSet below = TestTemplates.set("{{ template \"x\" }}{{ define \"x\" }}old{{ end }}");

    assertThat(render(below.with(below.parse("more", "{{ define \"x\" }} \n{{ end }}"))))
        .isEqualTo("old");
  }

  @Test
  void manyLayersStillFindEverything() {
    TemplateSet set = TestTemplates.set("{{ template \"d0\" }}{{ template \"d29\" }}");
    for (int i = 0; i < 30; i++) {
      set = set.with(set.parse("f" + i, "{{ define \"d" + i + "\" }}<" + i + ">{{ end }}"));
    }

    assertThat(render(set)).isEqualTo("<0><29>");
  }

  @Test
  void aParsedFileServesManySets() {
    TemplateFile file = TestTemplates.set().parse("t0.yaml", "{{ template \"x\" }}");
    TemplateSet first = TestTemplates.set().with(file);
    TemplateSet second = first.with(first.parse("a", "{{ define \"x\" }}a{{ end }}"));
    TemplateSet third = first.with(first.parse("b", "{{ define \"x\" }}b{{ end }}"));

    assertThat(render(second)).isEqualTo("a");
    assertThat(render(third)).isEqualTo("b");
  }

  @Test
  void oneSetServesManyThreads() throws Exception {
    TemplateSet set =
        TestTemplates.set(
            "{{ range $i, $e := .items }}{{ include \"row\" (list $i $e $.name) }}{{ end }}"
                + "{{ tpl \"{{ include \\\"row\\\" (list 9 .name .name) }}\" . }}",
            "{{ define \"row\" }}{{ $x := index . 1 }}{{ index . 0 }}={{ $x }}/{{ index . 2 }};{{"
                + " end }}");
    List<Callable<String>> renders = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "n" + i;
      renders.add(() -> {
        GoMap data = new GoMap();
        data.put("name", name);
        data.put("items", GoSlice.of("a", "b"));
        return TestTemplates.execution(set, Budget.DEFAULT.meter()).render("t0.yaml", data);
      });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> outputs = threads.invokeAll(renders);
      for (int i = 0; i < outputs.size(); i++) {
        String n = "n" + i;
        assertThat(outputs.get(i).get()).isEqualTo("0=a/%s;1=b/%s;9=%s/%s;".formatted(n, n, n, n));
      }
    }
  }

  private static String render(TemplateSet set) {
    return TestTemplates.execution(set, Budget.DEFAULT.meter()).render("t0.yaml", null);
  }
}
