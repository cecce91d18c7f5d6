package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir private Path folder;

  @Test
  void printsFactsAndThenWhatToChange() {
    CommandRun run = CommandRun.in(folder, "doctor", "--config-dir-path", "config");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("agents-render").contains("heap").contains("fetches from");
    assertThat(run.err())
        .contains("error: reading the plugin's configuration")
        .contains("config/plugin.yaml")
        .contains("--config-dir-path");
  }

  @Test
  void printsTheSameForMachines() throws IOException {
    CommandRun run =
        CommandRun.in(folder, "doctor", "--config-dir-path", "config", "--output", "json");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).isEmpty();
    JsonNode diagnosis = new ObjectMapper().readTree(run.out());
    assertThat(diagnosis.get("healthy").asBoolean()).isFalse();
    assertThat(diagnosis.at("/facts/heap").asText()).endsWith(" MiB");
    JsonNode problem =
        diagnosis
            .get("problems")
            .valueStream()
            .filter(each -> each.get("severity").asText().equals("error"))
            .findFirst()
            .orElseThrow();
    assertThat(problem.get("tried").asText()).isEqualTo("reading the plugin's configuration");
    assertThat(problem.get("reason").asText()).isEqualTo("there is no such file");
    assertThat(problem.get("file").asText()).endsWith("config/plugin.yaml");
    assertThat(problem.get("advice").asText()).contains("--config-dir-path");
  }
}
