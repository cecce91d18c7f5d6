package io.agentsrender.render.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.kustomize.override.AnnotationOverrides;
import io.agentsrender.kustomize.override.ComponentOverrides;
import io.agentsrender.kustomize.override.LabelOverrides;
import io.agentsrender.kustomize.override.Overrides;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What they do to a build is recorded from kustomize in test-clusters/goldens/kustomize. */
class KustomizeOverridesTest {
  private static final Application APPLICATION =
      new Application("web", "shop", "default", "0123456789", Map.of("TEAM", "blue"));

  @Test
  void everyParameterOfAnApplicationIsAnOverride() {
    ParameterValues parameters =
        ParameterValues.builder()
            .array("kustomize.images", List.of("nginx:$ARGOCD_APP_REVISION_SHORT"))
            .string("kustomize.name-prefix", "p-")
            .string("kustomize.name-suffix", "-s")
            .string("kustomize.namespace", "prod")
            .map("kustomize.labels", Map.of("team", "${TEAM}"))
            .string("kustomize.force-labels", "true")
            .string("kustomize.labels-without-selector", "true")
            .string("kustomize.labels-include-templates", "true")
            .map("kustomize.annotations", Map.of("price", "$5"))
            .string("kustomize.force-annotations", "true")
            .map("kustomize.replicas", Map.of("web", "3"))
            .array("kustomize.patches", List.of("path: patch.yaml"))
            .array("kustomize.components", List.of("../component"))
            .string("kustomize.ignore-missing-components", "true")
            .build();
    assertThat(KustomizeOverrides.of(parameters, APPLICATION))
        .isEqualTo(
            new Overrides(
                "p-",
                "-s",
                "prod",
                List.of("nginx:0123456"),
                Map.of("web", "3"),
                new LabelOverrides(Map.of("team", "blue"), true, true, true),
                new AnnotationOverrides(Map.of("price", "$5"), true),
                List.of("path: patch.yaml"),
                new ComponentOverrides(List.of("../component"), true)));
  }

  @Test
  void nothingIsOverriddenWithoutParameters() {
    assertThat(KustomizeOverrides.of(ParameterValues.NONE, APPLICATION).isEmpty()).isTrue();
  }

  @Test
  void flagsGivePairs() {
    ParameterValues parameters =
        ParameterValues.builder()
            .assignment("kustomize.annotations", "note=a=b,c")
            .string("kustomize.annotations-envsubst", "true")
            .build();
    assertThat(KustomizeOverrides.of(parameters, APPLICATION).annotations().annotations())
        .isEqualTo(Map.of("note", "a=b,c"));
  }
}
