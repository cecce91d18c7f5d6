package io.agentsrender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.KubernetesObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A component's own variables win over those of all; a chart may have it the other way round. */
class EnvironmentPolicyTest {
  private static final String OBJECTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: agents}
      spec:
        template:
          spec:
            containers:
              - name: main
                env: [{name: LEVEL, value: shared}, {name: OTHER, value: shared}, {name: OWN, value: own}]
              - name: side
                env: [{name: LEVEL, value: shared}]
      """;

  private static final String VALUES =
      """
      env: {vars: {LEVEL: shared, OTHER: shared, OWN: shared}}
      controlPlane:
        image: {}
        env: {vars: {LEVEL: own, OWN: own, GONE: own}}
      """;

  private static PolicyResult apply(String setting) {
    return Renders.apply(Renders.objects(OBJECTS), VALUES + setting);
  }

  @Test
  void a_chart_that_lets_the_shared_value_win_is_reported() {
    List<KubernetesObject> objects = Renders.objects(OBJECTS);
    PolicyResult result = Renders.apply(objects, VALUES);

    assertThat(result.objects().getFirst()).isSameAs(objects.getFirst());
    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("the chart lets env.vars.LEVEL win over controlPlane.env.vars.LEVEL")
        .contains("values.yaml:4:16");
  }

  @Test
  void and_repaired_on_request() {
    PolicyResult result = apply("envPrecedence: component\n");
    String yaml = Renders.yaml(result.objects());

    assertThat(result.problems()).isEmpty();
    assertThat(yaml.lines().filter(line -> line.contains("value:")).map(String::strip))
        .containsExactly("value: own", "value: shared", "value: own", "value: shared");
  }

  @Test
  void or_accepted() {
    PolicyResult result = apply("envPrecedence: chart\n");

    assertThat(result.problems()).isEmpty();
    assertThat(Renders.yaml(result.objects())).isEqualTo(Renders.yaml(Renders.objects(OBJECTS)));
  }

  @Test
  void a_reference_can_be_the_components_own() {
    PolicyResult result =
        Renders.apply(
            Renders.objects(OBJECTS),
            """
            env: {vars: {LEVEL: shared}}
            controlPlane:
              image: {}
              env: {vars: {LEVEL: {valueFrom: {secretKeyRef: {name: a, key: b}}}}}
            envPrecedence: component
            """);

    assertThat(Renders.yaml(result.objects())).contains("secretKeyRef").contains("key: b");
  }
}
