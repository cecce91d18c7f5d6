package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void refusesALevelThatArgoCdDoesNotKnow() {
    CommandRun run = CommandRun.in(folder, "serve", "--loglevel", "loud");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("\"loud\" is none of trace, debug, info, warn and error");
  }

  @Test
  void refusesAFormatThatArgoCdDoesNotKnow() {
    CommandRun run = CommandRun.in(folder, "serve", "--loglevel", "warn", "--logformat", "xml");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("\"xml\" is neither json nor text");
  }

  @Test
  void missesTheConfiguration() {
    CommandRun run = CommandRun.in(folder, "serve", "--config-dir-path", "config");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("there is no such file").contains("config/plugin.yaml");
  }
}
