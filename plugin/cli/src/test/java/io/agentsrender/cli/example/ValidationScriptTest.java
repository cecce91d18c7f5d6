package io.agentsrender.cli.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The offline steps of the documents, as the example's scripts/agents/validate-agents.sh runs them,
 * with this program in place of helm and kustomize. What they say is written in the script; real
 * helm and kustomize pass it as well. The program is not started for each step: a small script
 * hands the arguments to this process.
 */
class ValidationScriptTest {
  private static final String SHIM =
      """
      #!/usr/bin/env bash
      exec 3<>/dev/tcp/127.0.0.1/PORT
      printf '%s\\n' "$PWD" "$@" '' >&3
      read -r code <&3
      cat <&3
      exit "$code"
      """;

  private record Ended(int code, String output) {}

  private static Ended script(Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder("bash", "scripts/agents/validate-agents.sh")
            .directory(CommandRun.EXAMPLE.toFile())
            .redirectErrorStream(true);
    command.environment().putAll(environment);
    Process process = command.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private static void answer(ServerSocket server) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
          Path folder = Path.of(lines.readLine());
          List<String> arguments = new ArrayList<>();
          for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
            arguments.add(line);
          }
          CommandRun run = CommandRun.in(folder, arguments.toArray(String[]::new));
          socket.getOutputStream().write((run.code() + "\n" + run.out()).getBytes(UTF_8));
        }
      }
    } catch (SocketException e) {
      assertThat(server.isClosed()).as(e.toString()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyStepSaysWhatTheDocumentsSay(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(server));
      Path shim = folder.resolve("agents-render");
      Files.writeString(shim, SHIM.replace("PORT", String.valueOf(server.getLocalPort())));
      String program = "bash " + shim;
      Ended ended =
          script(
              Map.of(
                  "LINT", program + " lint",
                  "TEMPLATE", program + " template",
                  "BUILD", program + " kustomize --enable-helm"));

      assertThat(ended.output()).doesNotContain("FAIL").endsWith("all steps passed\n");
      assertThat(ended.output().lines().filter(line -> line.startsWith("ok "))).hasSize(21);
      assertThat(ended.code()).isZero();
    }
  }

  @Test
  void aStepThatSaysSomethingElseFails() throws IOException, InterruptedException {
    Ended ended = script(Map.of("LINT", "true", "TEMPLATE", "true", "BUILD", "true"));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output())
        .contains("ok    the chart lints")
        .contains("FAIL  there are two workloads")
        .contains("agents.helm.yaml is empty or was not rendered");
  }
}
