package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image's ahead-of-time cache is trained on. */
class RehearsalTest {
  @TempDir Path folder;

  @Test
  void aSidecarServesTheExampleAndStops() {
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, "rehearse", ".");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().filter(line -> line.contains("\"msg\":\"rendered\""))).hasSize(3);
  }

  @Test
  void anExampleThatIsMissedFailsTheTraining() {
    CommandRun run = CommandRun.in(folder, "rehearse", "nothing");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("rehearsing a sidecar's work", "nothing");
  }
}
