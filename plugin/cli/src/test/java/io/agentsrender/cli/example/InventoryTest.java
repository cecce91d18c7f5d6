package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.cli.example.ExampleComponents.Deployed;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of document 003, phase 1, over the example. */
class InventoryTest {
  private static CommandRun inventory(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "inventory";
    arguments[1] = ".";
    System.arraycopy(more, 0, arguments, 2, more.length);
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, arguments);
    assertThat(run.err()).doesNotContain("error:");
    assertThat(run.code()).isZero();
    return run;
  }

  /** By its columns: layer, tier, name, form. */
  @Test
  void everyComponentIsInALayerAndHasAForm() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Deployed one : ExampleComponents.all()) {
      expected.add(one.name() + " " + (one.hasChart() ? "helm" : "rendered"));
    }
    expected.add("data-neo4j disabled");
    Set<String> found = new TreeSet<>();
    Set<String> layers = new TreeSet<>();
    inventory()
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split("\\s+", 5))
        .forEach(cells -> {
          layers.add(cells[0]);
          found.add(cells[2] + " " + cells[3]);
        });
    assertThat(found).isEqualTo(expected);
    assertThat(layers).hasSize(13);
  }

  @Test
  void layer22HasTwoChartsAndTwoRendered() {
    assertThat(inventory().out().lines().filter(line -> line.startsWith("22 ")))
        .hasSize(4)
        .anyMatch(line -> line.contains("platform-envoy-gateway ") && line.contains(" helm "))
        .anyMatch(line -> line.contains("platform-gateway ") && line.contains(" helm "))
        .anyMatch(
            line -> line.contains("platform-cert-manager-config ") && line.contains(" rendered "))
        .anyMatch(line -> line.contains("control-plane-smoke ") && line.contains(" rendered "));
  }

  /** Releases and components agree, every Helmfile has its banner, and nothing applies one. */
  @Test
  void helmfilesAndComponentsAgree() {
    assertThat(inventory("--check").err()).isEmpty();
  }
}
