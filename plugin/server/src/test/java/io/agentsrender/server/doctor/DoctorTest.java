package io.agentsrender.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.source.Problem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Pod GOOD =
      new Pod(
          OptionalLong.of(999),
          OptionalLong.of(512L << 20),
          300L << 20,
          2,
          OptionalDouble.empty(),
          OptionalLong.of(65_536),
          "25",
          true);

  @TempDir private Path folder;

  private Diagnosis examine(String... environment) {
    return examine(ServerConfig.DEFAULT_CONFIG_FOLDER, environment);
  }

  private Diagnosis examine(Path config, String... environment) {
    Map<String, String> variables = new HashMap<>();
    variables.put("ARGOCD_PLUGINSOCKFILEPATH", folder.toString());
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return Doctor.examine(config, variables, "1.2.3", GOOD);
  }

  private static List<String> reasons(Diagnosis diagnosis) {
    return diagnosis.problems().stream().map(Problem::reason).toList();
  }

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
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(folder.resolve("agents-render.sock")));
    }
    assertThat(examine(GOOD, folder).problems())
        .extracting(Problem::reason)
        .containsExactly("nobody listens: its server was killed");
  }

  @Test
  void tellsOfAFileThatIsNoSocket() throws IOException {
    Files.createFile(folder.resolve("agents-render.sock"));
    Diagnosis diagnosis = examine(GOOD, folder);
    assertThat(diagnosis.isHealthy()).isFalse();
    assertThat(reasons(diagnosis)).containsExactly("a file is there that is no socket");
  }

  /** As Kubernetes writes 256Mi and half a CPU, and as it writes none, for both kinds of groups. */
  @Test
  void readsTheLimitsOfBothKindsOfGroups() throws IOException {
    assertThat(ContainerLimits.memory(folder)).isEmpty();
    assertThat(ContainerLimits.cpus(folder)).isEmpty();
    for (String part : List.of("memory", "cpu")) {
      Files.createDirectory(folder.resolve(part));
    }
    Files.writeString(folder.resolve("memory/memory.limit_in_bytes"), "9223372036854771712\n");
    Files.writeString(folder.resolve("cpu/cpu.cfs_quota_us"), "-1\n");
    Files.writeString(folder.resolve("cpu/cpu.cfs_period_us"), "100000\n");
    assertThat(ContainerLimits.memory(folder)).isEmpty();
    assertThat(ContainerLimits.cpus(folder)).isEmpty();
    Files.writeString(folder.resolve("memory/memory.limit_in_bytes"), "268435456\n");
    Files.writeString(folder.resolve("cpu/cpu.cfs_quota_us"), "50000\n");
    assertThat(ContainerLimits.memory(folder)).hasValue(256L << 20);
    assertThat(ContainerLimits.cpus(folder)).hasValue(0.5);
    Files.writeString(folder.resolve("memory.max"), "134217728\n");
    Files.writeString(folder.resolve("cpu.max"), "25000 100000\n");
    assertThat(ContainerLimits.memory(folder)).hasValue(128L << 20);
    assertThat(ContainerLimits.cpus(folder)).hasValue(0.25);
    Files.writeString(folder.resolve("cpu.max"), "max 100000\n");
    assertThat(ContainerLimits.cpus(folder)).isEmpty();
    Path limits =
        Files.writeString(
            folder.resolve("limits"),
            """
            Limit                     Soft Limit           Hard Limit           Units
            Max open files            1048576              1048576              files
            """);
    assertThat(ContainerLimits.openFiles(limits)).hasValue(1_048_576);
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
    Pod wrong =
        new Pod(
            OptionalLong.of(0),
            OptionalLong.of(64L << 20),
            64L << 20,
            1,
            OptionalDouble.of(0.1),
            OptionalLong.of(64),
            "25",
            false);
    assertThat(examine(wrong, folder).problems())
        .extracting(Problem::reason)
        .anyMatch(reason -> reason.contains("runs as user 0"))
        .anyMatch(reason -> reason.contains("the heap is 64 MiB"))
        .anyMatch(reason -> reason.contains("the kernel would kill it first"))
        .anyMatch(reason -> reason.equals("the container may use 0.10 CPUs"))
        .anyMatch(reason -> reason.equals("it may have 64 files open"));
    Pod tight =
        new Pod(
            OptionalLong.of(999),
            OptionalLong.of(256L << 20),
            204L << 20,
            1,
            OptionalDouble.of(0.5),
            OptionalLong.empty(),
            "25",
            true);
    assertThat(examine(tight, folder).problems())
        .extracting(Problem::reason)
        .contains(
            "beside a heap of 204 MiB the container has 52 MiB, and the program takes some 80 MiB"
                + " there");
  }

  @Test
  void tellsOfLimitsAndPortsThatAreNone() {
    assertThat(reasons(examine("AGENTS_RENDER_PARALLELISM", "many")))
        .singleElement()
        .asString()
        .startsWith("AGENTS_RENDER_PARALLELISM is \"many\", and should be ");
    assertThat(reasons(examine("AGENTS_RENDER_METRICS_PORT", "70000")))
        .contains("AGENTS_RENDER_METRICS_PORT is \"70000\", and should be at most 65535");
    Diagnosis set = examine("AGENTS_RENDER_PARALLELISM", "7", "AGENTS_RENDER_METRICS_PORT", "8090");
    assertThat(set.facts())
        .contains(
            new Diagnosis.Fact("agents-render", "1.2.3"),
            new Diagnosis.Fact("Java", "25, with ahead-of-time cache"),
            new Diagnosis.Fact("user", "999"),
            new Diagnosis.Fact("renders at once", "7"),
            new Diagnosis.Fact("metrics and health", "port 8090"));
  }

  @Test
  void tellsOfPluginConfigurationsThatCannotServe() throws IOException {
    assertThat(reasons(examine(folder))).containsExactly("there is no such file");
    Path file = folder.resolve("plugin.yaml");
    Files.writeString(
        file,
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ConfigManagementPlugin
        metadata: {name: web}
        spec:
          discover: {find: {command: [find]}}
        """);
    Diagnosis diagnosis = examine(folder);
    assertThat(diagnosis.isHealthy()).isFalse();
    assertThat(diagnosis.problems().getFirst().reason()).contains("discover.find.command");
  }

  @Test
  void tellsOfAnAskPassSocketThatIsNotShared() throws IOException {
    Files.writeString(
        folder.resolve("plugin.yaml"),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ConfigManagementPlugin
        metadata: {name: web}
        spec: {provideGitCreds: true}
        """);
    assertThat(reasons(examine(folder)))
        .contains("plugin.yaml asks for git credentials, and ARGOCD_ASK_PASS_SOCK names no socket");
    Path socket = folder.resolve("ask.sock");
    assertThat(reasons(examine(folder, "ARGOCD_ASK_PASS_SOCK", socket.toString())))
        .contains("plugin.yaml asks for git credentials, and it is not there");
    Files.createFile(socket);
    assertThat(reasons(examine(folder, "ARGOCD_ASK_PASS_SOCK", socket.toString())))
        .containsExactly("the server does not run");
  }

  @Test
  void tellsOfTraces() {
    assertThat(examine().facts()).contains(new Diagnosis.Fact("traces", "off"));
    Diagnosis on = examine("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318");
    assertThat(on.facts()).contains(new Diagnosis.Fact("traces", "on"));
    assertThat(reasons(on)).containsExactly("the server does not run");
    assertThat(reasons(examine("OTEL_TRACES_EXPORTER", "jaeger")))
        .anyMatch(reason -> reason.contains("jaeger"));
  }
}
