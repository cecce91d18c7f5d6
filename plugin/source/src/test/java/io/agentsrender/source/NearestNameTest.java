package io.agentsrender.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN =
      List.of("values", "values-files", "release-name", "strict");

  @ParameterizedTest
  @CsvSource({
    "value, values",
    "Values-File, values-files",
    "relase-name, release-name",
    "srtict, strict",
  })
  void findsWhatWasMeant(String name, String expected) {
    assertThat(NearestName.of(name, KNOWN)).contains(expected);
  }

  @Test
  void doesNotGuess() {
    assertThat(NearestName.of("colour", KNOWN)).isEmpty();
  }
}
