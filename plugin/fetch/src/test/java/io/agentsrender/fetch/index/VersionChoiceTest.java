package io.agentsrender.fetch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionChoiceTest {
  /** Written by test-clusters/oracles/helm/versions.py, which says how. */
  private static final Path RECORDED = Path.of("src/test/resources/helm-versions/3.19.4.jsonl");

  private static final int RECORDED_CASES = 737;

  private static List<IndexedChart> charts(List<String> versions) {
    return versions.stream()
        .map(version -> new IndexedChart("demo", version, "", List.of("demo.tgz")))
        .toList();
  }

  private static String choice(List<String> versions, String wanted) {
    try {
      return VersionChoice.of(charts(versions), wanted, "fetching").version();
    } catch (FetchException e) {
      return "(none)";
    }
  }

  @Test
  void takes_the_version_that_helm_takes() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> different = new ArrayList<>();
    List<String> lines = Files.readAllLines(RECORDED);
    for (String line : lines) {
      JsonNode recorded = json.readTree(line);
      List<String> versions = new ArrayList<>();
      recorded.get("versions").forEach(version -> versions.add(version.asText()));
      String found = recorded.get("found").isNull() ? "(none)" : recorded.get("found").asText();
      String ours = choice(versions, recorded.get("wanted").asText());
      if (!ours.equals(found)) {
        different.add(line + " but ours is " + ours);
      }
    }
    assertThat(different).isEmpty();
    assertThat(lines).hasSize(RECORDED_CASES);
  }

  @Test
  void says_what_is_near_where_nothing_matches() {
    List<String> versions = new ArrayList<>();
    for (int minor = 0; minor < 30; minor++) {
      versions.add("1." + minor + ".0");
    }
    assertThatThrownBy(() -> VersionChoice.of(charts(versions), "1.12.5", "fetching"))
        .hasMessageContaining(
            "no version matches \"1.12.5\"; the nearest are 1.14.0, 1.13.0, 1.12.0, 1.11.0, 1.10.0")
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NO_VERSION));
    assertThatThrownBy(() -> VersionChoice.of(charts(versions), ">=2.0.0", "fetching"))
        .hasMessageContaining("the nearest are 1.29.0, 1.28.0, 1.27.0, 1.26.0, 1.25.0");
    assertThatThrownBy(() -> VersionChoice.of(charts(List.of("1.0.0-rc.1")), "", "fetching"))
        .hasMessageContaining("it has no release; the nearest are 1.0.0-rc.1");
    assertThatThrownBy(() -> VersionChoice.of(charts(versions), "newest", "fetching"))
        .hasMessageContaining("\"newest\" is neither a version nor a range of versions");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, true",
    "v1.0.0, true",
    "1.0.0-rc.1+build, true",
    "1.0, false",
    "1, false",
    "01.0.0, false",
    "~1.0.0, false",
    "'', false",
    "1.0.0 , true",
  })
  void is_exact(String version, boolean exact) {
    assertThat(VersionChoice.isExact(version)).isEqualTo(exact);
  }
}
