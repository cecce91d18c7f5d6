package io.agentsrender.gitops.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gitops.component.ComponentSource.Chart;
import io.agentsrender.gitops.component.ComponentSource.ChartPlace;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.testing.FileCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ComponentReaderTest {
  private static final int CASES = 49;

  static List<FileCase> cases() {
    return FileCase.in(ComponentReaderTest.class, "");
  }

  @Test
  void knowsEveryCase() {
    assertThat(cases()).hasSize(CASES);
  }

  @TestFactory
  Stream<DynamicTest> findsWhatTheFilesSay() {
    return cases().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> each.check(ComponentReader::read)));
  }

  private static Component read(String name) {
    FileCase found =
        cases().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return ComponentReader.read(found.content(), name, new ArrayList<>());
  }

  private static Chart chart(String name) {
    return (Chart) read(name).source();
  }

  /** The component of document 004, as it stands there. */
  @Test
  void readsTheOperatorsComponent() {
    Component component = read("document-004.yaml");
    assertThat(component.name()).hasToString("foundation-ameide-operators");
    assertThat(component.project()).hasToString("ameide");
    assertThat(component.domain()).hasToString("foundation");
    assertThat(component.isClusterWide()).isFalse();
    assertThat(component.labels().dependencyPhase()).map(PlacedText::text).contains("controllers");
    assertThat(component.labels().componentType()).map(PlacedText::text).contains("operator");
    assertThat(component.labels().rolloutPhase()).map(PlacedText::text).contains("120");
    assertThat(component.sync().options())
        .extracting(PlacedText::text)
        .containsExactly(
            "CreateNamespace=false", "RespectIgnoreDifferences=true", "ServerSideApply=true");
    Chart chart = chart("document-004.yaml");
    assertThat(chart.repository()).hasToString("https://github.com/ameideio/ameide-core.git");
    assertThat(chart.place())
        .isInstanceOfSatisfying(
            ChartPlace.Folder.class,
            folder -> assertThat(folder.path()).hasToString("operators/helm"));
    assertThat(chart.version()).hasToString("main");
    assertThat(chart.valueFiles()).isEmpty();
    assertThat(chart.ignoreMissingValueFiles()).isTrue();
  }

  /** The block of document 003, as it stands there. */
  @Test
  void readsTheGatewayChart() {
    Chart chart = chart("document-003.yaml");
    assertThat(chart.repository()).hasToString("oci://docker.io/envoyproxy/gateway-helm");
    assertThat(chart.place())
        .isInstanceOfSatisfying(
            ChartPlace.Named.class, named -> assertThat(named.name()).hasToString("gateway"));
    assertThat(chart.version()).hasToString("1.5.4");
    assertThat(chart.valueFiles().orElseThrow()).hasSize(2);
  }

  @Test
  void readsTheFlatFormsAsTheBlock() {
    Chart named = chart("flat-form.yaml");
    assertThat(named.place()).isInstanceOf(ChartPlace.Named.class);
    assertThat(named.version()).hasToString("1.5.4");
    assertThat(named.ignoreMissingValueFiles()).isFalse();
    Chart git = chart("flat-git-form.yaml");
    assertThat(git.place()).isInstanceOf(ChartPlace.Folder.class);
    assertThat(git.version()).hasToString("HEAD");
    assertThat(git.releaseName()).map(PlacedText::text).contains("other");
    assertThat(git.skipCrds()).isTrue();
  }

  @Test
  void keepsWhatOthersRead() {
    Component component = read("every-field.yaml");
    assertThat(component.isClusterWide()).isTrue();
    assertThat(component.namespace()).map(PlacedText::text).contains("cnpg-system");
    assertThat(component.policies()).isPresent();
    assertThat(component.sync().ignoreDifferences()).hasSize(2);
    assertThat(component.sync().auto()).contains(true);
    assertThat(component.sync().policy()).isPresent();
    assertThat(component.sync().orphanedResources()).isPresent();
    assertThat(component.labels().rolloutPhase()).map(PlacedText::text).contains("020");
  }

  @Test
  void keepsTheDigitsOfAnOldWave() {
    assertThat(read("old-bare-wave.yaml").labels().wave()).map(PlacedText::text).contains("31");
  }
}
