package io.agentsrender.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our program answers every recorded command as the real tool did, version by version. */
class RecordedCasesTest {
  private static final int CHART_CASES = 357;
  private static final int EXAMPLE_HELM_CASES = 153;
  private static final int EXAMPLE_KUSTOMIZE_CASES = 7;
  private static final int INSTALL_CASES = 5;
  private static final int KUSTOMIZE_CASES = 154;

  @TestFactory
  Stream<DynamicTest> charts() throws IOException {
    return Suite.read("helm").tests(_ -> true);
  }

  @TestFactory
  Stream<DynamicTest> exampleCharts() throws IOException {
    return Suite.read("example")
        .tests(recorded -> recorded.tool().equals("helm") && recorded.verb().equals("template"));
  }

  @TestFactory
  Stream<DynamicTest> exampleKustomizations() throws IOException {
    return Suite.read("example").tests(recorded -> recorded.tool().equals("kustomize"));
  }

  @TestFactory
  Stream<DynamicTest> kustomizations() throws IOException {
    return Suite.read("kustomize").tests(_ -> true);
  }

  @TestFactory
  Stream<DynamicTest> installation() throws IOException {
    return Suite.read("install").tests(_ -> true);
  }

  @Test
  void knowsEveryCase() throws IOException {
    assertThat(Suite.read("example").cases())
        .extracting(RecordedCase::tool)
        .isSubsetOf(Set.of("helm", "kustomize"));
    assertThat(count("example", "helm")).isEqualTo(EXAMPLE_HELM_CASES);
    assertThat(count("example", "kustomize")).isEqualTo(EXAMPLE_KUSTOMIZE_CASES);
    assertThat(Suite.read("helm").cases()).hasSize(CHART_CASES);
    assertThat(Suite.read("kustomize").cases()).hasSize(KUSTOMIZE_CASES);
    assertThat(Suite.read("install").cases()).hasSize(INSTALL_CASES);
  }

  private static long count(String suite, String tool) throws IOException {
    return Suite.read(suite).cases().stream()
        .filter(recorded -> recorded.tool().equals(tool))
        .count();
  }
}
