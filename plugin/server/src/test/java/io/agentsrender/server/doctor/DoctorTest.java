package io.agentsrender.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Pod GOOD =
      new Pod(OptionalLong.of(999), OptionalLong.of(512L << 20), 300L << 20, 2, "25", true);

  @TempDir private Path folder;

  private Diagnosis examine(Pod pod, Path sockets) {
    return Doctor.examine(
        ServerConfig.DEFAULT_CONFIG_FOLDER,
        Map.of("ARGOCD_PLUGINSOCKFILEPATH", sockets.toString()),
        "1.2.3",
        pod);
  }

  @Test
  void aServerThatAnswersIsHealthy() {
    try (TestServer server = TestServer.start()) {
      Diagnosis diagnosis = examine(GOOD, server.socket().resolveSibling(""));
      assertThat(diagnosis.problems()).isEmpty();
      assertThat(diagnosis.facts())
          .contains(new Diagnosis.Fact("socket", server.socket() + " answers"))
          .contains(new Diagnosis.Fact("heap", "300 MiB"));
    }
  }

  @Test
  void tellsWhatIsMissing() {
    assertThat(examine(GOOD, folder.resolve("missing")).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.isError()).isTrue();
          assertThat(problem.reason()).isEqualTo("there is no such folder");
          assertThat(problem.advice().orElseThrow()).contains("ARGOCD_PLUGINSOCKFILEPATH");
        });
    Diagnosis withoutServer = examine(GOOD, folder);
    assertThat(withoutServer.isHealthy()).isTrue();
    assertThat(withoutServer.problems())
        .extracting(Problem::reason)
        .containsExactly("the server does not run");
  }

  @Test
  void tellsOfASocketThatNobodyListensOn() throws IOException {
    Files.createFile(folder.resolve("agents-render.sock"));
    assertThat(examine(GOOD, folder).problems())
        .extracting(Problem::reason)
        .containsExactly("nobody listens: its server was killed");
  }

  @Test
  void tellsOfPathsThatNoSocketCanHave() throws IOException {
    Path deep = Files.createDirectory(folder.resolve("d".repeat(100)));
    assertThat(examine(GOOD, deep).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("Linux takes 107"));
  }

  @Test
  void tellsOfUserAndMemory() {
    Pod wrong = new Pod(OptionalLong.of(0), OptionalLong.of(64L << 20), 64L << 20, 1, "25", false);
    assertThat(examine(wrong, folder).problems())
        .extracting(Problem::reason)
        .anyMatch(reason -> reason.contains("runs as user 0"))
        .anyMatch(reason -> reason.contains("the heap is 64 MiB"))
        .anyMatch(reason -> reason.contains("the kernel would kill it first"));
  }
}
