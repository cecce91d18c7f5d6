package io.agentsrender.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What helm prints for the operators chart of the example, version by version. */
class RecordedOperatorsTest {
  private static final int CASES = 37;

  @TestFactory
  Stream<DynamicTest> template() throws IOException {
    Suite suite = Suite.read("operators");
    assertThat(suite.cases()).hasSize(CASES);
    assertThat(suite.cases()).filteredOn(one -> one.name().startsWith("toggles-")).hasSize(16);
    return suite.tests(recorded -> recorded.verb().equals("template"));
  }

  @TestFactory
  Stream<DynamicTest> lint() throws IOException {
    Suite suite = Suite.read("operators");
    return suite.cases().stream()
        .filter(recorded -> recorded.verb().equals("lint"))
        .map(recorded ->
            DynamicTest.dynamicTest(
                recorded.name(),
                () -> {
                  for (String version : recorded.versions()) {
                    List<String> command = new ArrayList<>(recorded.arguments());
                    command.add("--helm-version=" + version);
                    CommandRun run =
                        CommandRun.in(suite.root(recorded), command.toArray(String[]::new));
                    assertThat(run.out() + run.err())
                        .isEqualTo(recorded.output(version).orElseThrow());
                  }
                }));
  }
}
