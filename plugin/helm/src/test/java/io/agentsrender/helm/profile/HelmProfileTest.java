package io.agentsrender.helm.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.RenderException;
import org.junit.jupiter.api.Test;

class HelmProfileTest {
  @Test
  void findsAProfileByReleaseOrLine() {
    assertThat(HelmProfile.of("3.19")).isEqualTo(HelmProfile.HELM_3_19);
    assertThat(HelmProfile.of("v3.15.4")).isEqualTo(HelmProfile.HELM_3_15);
    assertThat(HelmProfile.of("4.2")).isEqualTo(HelmProfile.HELM_4_2);
  }

  @Test
  void refusesAVersionItCannotMatchAndNamesThoseItCan() {
    assertThatThrownBy(() -> HelmProfile.of("3.19.5"))
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.problems().getFirst().advice())
                    .contains("Choose one of 3.15, 3.19, 3.21, 4.2."));
  }

  @Test
  void everyProfileKnowsItsDefaultCapabilities() {
    for (HelmProfile profile : HelmProfile.values()) {
      Capabilities capabilities = Capabilities.defaults(profile);
      assertThat(capabilities.kubernetes().version()).matches("v1\\.\\d+\\.0");
      assertThat(capabilities.apiVersions())
          .startsWith("v1")
          .contains("apps/v1", "apiextensions.k8s.io/v1");
    }
  }
}
