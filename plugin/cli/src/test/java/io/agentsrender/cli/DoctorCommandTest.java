package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
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
}
