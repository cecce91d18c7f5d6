package io.agentsrender.kustomize.fieldspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltinConfigTest {
  @Test
  void staysTheSameWhenMergedIntoNothing() {
    assertThat(TransformerConfig.EMPTY.merge(BuiltinConfig.LATEST)).isEqualTo(BuiltinConfig.LATEST);
    assertThat(TransformerConfig.EMPTY.merge(BuiltinConfig.WITHOUT_IMAGE_VOLUMES))
        .isEqualTo(BuiltinConfig.WITHOUT_IMAGE_VOLUMES);
  }
}
