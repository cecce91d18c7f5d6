package io.agentsrender.cli.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The CRDs of the operators chart, its samples, every recorded render of it and the components as
 * Kubernetes' own validation judges them (test-clusters/oracles/objects/record).
 */
class VerdictsTest {
  private static final Path OBJECTS = CommandRun.PROJECT.resolve("test-clusters/oracles/objects");

  /** The verdicts by the path of the file. */
  private static Map<String, Map<?, ?>> verdicts() throws IOException {
    Map<String, Map<?, ?>> verdicts = new HashMap<>();
    for (String line : Files.readAllLines(OBJECTS.resolve("verdicts.jsonl"))) {
      Map<?, ?> verdict =
          (Map<?, ?>)
              Objects.requireNonNull(JsonReader.of("verdicts.jsonl").read(line.getBytes(UTF_8)));
      verdicts.put(String.valueOf(verdict.get("path")), verdict);
    }
    return verdicts;
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CommandRun.PROJECT.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  @Test
  void theCrdsAndTheirSamplesAreValid() throws IOException, NoSuchAlgorithmException {
    Map<String, Map<?, ?>> verdicts = verdicts();
    for (String folder : List.of("crds", "examples")) {
      List<Path> files = files("argocd-cmp/example/operators/helm/" + folder);
      assertThat(files).hasSize(4);
      for (Path file : files) {
        assertValid(verdicts, file, 1);
      }
    }
  }

  @Test
  void whatTheChartRendersIsValid() throws IOException, NoSuchAlgorithmException {
    Map<String, Map<?, ?>> verdicts = verdicts();
    for (Path folder : files("test-clusters/goldens/operators")) {
      Path render = folder.resolve("expected.yaml");
      if (Files.exists(render)) {
        assertValid(verdicts, render, 2);
      }
    }
  }

  /** A ServiceMonitor is of another system and not judged. */
  @Test
  void theInstallationIsValid() throws IOException, NoSuchAlgorithmException {
    Map<String, Map<?, ?>> verdicts = verdicts();
    List<Path> folders =
        files("test-clusters/goldens/install").stream().filter(Files::isDirectory).toList();
    assertThat(folders).hasSize(5);
    for (Path folder : folders) {
      assertValid(verdicts, folder.resolve("expected.yaml"), 4);
    }
  }

  /** Rollouts, their followers and checksums, as our own program makes them. */
  @Test
  void whatThePoliciesMakeIsValid() throws IOException, NoSuchAlgorithmException {
    Map<String, Map<?, ?>> verdicts = verdicts();
    List<Path> accepted = files("test-clusters/oracles/objects/accepted");
    assertThat(accepted).hasSize(6);
    for (Path file : accepted) {
      assertValid(verdicts, file, 3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checksum-key | a qualified name must consist of",
        "rollout-steps | SetWeight needs to be between 0 and 100",
        "rollout-weights | weight cannot be set unless TrafficRouting is enabled",
      })
  void whatTheSettingsRefuseIsRefusedByTheRealValidation(String file, String reason)
      throws IOException, NoSuchAlgorithmException {
    Path path = OBJECTS.resolve("rejected/" + file + ".yaml");
    Map<?, ?> verdict = Objects.requireNonNull(verdicts().get(relative(path)));
    assertThat(verdict.get("sha256")).isEqualTo(sha256(path));
    assertThat(String.valueOf(verdict.get("problems"))).contains(reason);
  }

  @Test
  void aWrongObjectIsRefusedByTheCrd() throws IOException {
    Map<?, ?> verdict =
        Objects.requireNonNull(
            verdicts().get("test-clusters/oracles/objects/rejected/domain.yaml"));
    assertThat(String.valueOf(verdict.get("problems")))
        .contains("spec.grpc.port")
        .contains("spec.database.clusterRef")
        .contains("spec.env[1]");
  }

  /** What it renders and what is committed; kinds of other systems are not judged. */
  @Test
  void whatTheComponentsComeToIsValid() throws IOException, NoSuchAlgorithmException {
    Map<String, Map<?, ?>> verdicts = verdicts();
    for (Path folder : files("test-clusters/goldens/components")) {
      if (Files.isDirectory(folder)) {
        assertValid(verdicts, folder.resolve("expected.yaml"), 0);
      }
    }
    for (ExampleComponents.Deployed one : ExampleComponents.all()) {
      Path manifests = one.path().resolve("manifests.yaml");
      if (Files.exists(manifests)) {
        assertValid(verdicts, manifests, 0);
      }
    }
  }

  private static void assertValid(Map<String, Map<?, ?>> verdicts, Path file, int atLeast)
      throws IOException, NoSuchAlgorithmException {
    String path = relative(file);
    Map<?, ?> verdict = Objects.requireNonNull(verdicts.get(path), path);
    assertThat(verdict.get("sha256")).as(path).isEqualTo(sha256(file));
    assertThat(((Number) Objects.requireNonNull(verdict.get("judged"))).intValue())
        .as(path)
        .isGreaterThanOrEqualTo(atLeast);
    assertThat((List<?>) verdict.get("problems")).as(path).isEmpty();
  }

  private static String relative(Path file) {
    return CommandRun.PROJECT.relativize(file).toString().replace('\\', '/');
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(sum);
  }
}
