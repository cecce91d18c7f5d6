package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  /** In a cluster this is the log of a container that restarts: one block, no stack trace. */
  @Test
  void saysWhyItCannotStart() throws IOException {
    Map<String, String> missing = Map.of("ARGOCD_PLUGINSOCKFILEPATH", folder + "/none");
    assertThat(serve(missing))
        .isEqualTo(
            """
            error: registering the plugin
              why: there is no such folder
              at:  FOLDER/none/agents-render.sock
              do:  Mount the volume shared with the repo-server there, or set ARGOCD_PLUGINSOCKFILEPATH.
            """);
    Map<String, String> there = Map.of("ARGOCD_PLUGINSOCKFILEPATH", folder.toString());
    Files.createFile(folder.resolve("agents-render.sock"));
    assertThat(serve(there))
        .isEqualTo(
            """
            error: registering the plugin
              why: a file is there that is no socket
              at:  FOLDER/agents-render.sock
              do:  Remove it, or give this plugin another name.
            """);
  }

  @Test
  void saysThatThePortOfItsMetricsIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Map<String, String> environment =
          Map.of(
              "ARGOCD_PLUGINSOCKFILEPATH",
              folder.toString(),
              "AGENTS_RENDER_METRICS_PORT",
              "" + taken.getLocalPort());
      assertThat(serve(environment))
          .contains("why: port " + taken.getLocalPort() + " for metrics cannot be had: Address")
          .contains("do:  Choose another AGENTS_RENDER_METRICS_PORT")
          .doesNotContain("\tat ");
      assertThat(folder.resolve("agents-render.sock")).doesNotExist();
    }
  }

  private String serve(Map<String, String> environment) {
    CommandRun run = CommandRun.in(folder, environment, "serve");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    return run.err().replace(folder.toString(), "FOLDER");
  }
}
