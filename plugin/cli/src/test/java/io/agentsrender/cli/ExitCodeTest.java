package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not supported or not allowed ends with 3, what is wrong with 1 or 2. */
class ExitCodeTest {
  @TempDir private Path folder;

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private void chart(String template) throws IOException {
    file("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
    file("chart/templates/a.yaml", template);
  }

  private int run(String... arguments) {
    CommandRun run = CommandRun.in(folder, arguments);
    assertThat(run.code() == ExitCode.DONE || run.out().isEmpty() || run.out().startsWith("error"))
        .as(run.out())
        .isTrue();
    return run.code();
  }

  @Test
  void whatATemplateAsksAndTheEngineDoesNot() throws IOException {
    chart("{{ define \"x\" }}{{ fromToml \"a = 2024-01-02\" }}{{ end }}a: {{ include \"x\" . }}\n");

    assertThat(run("template", "release", "chart")).isEqualTo(ExitCode.REFUSED);
    assertThat(run("render", "chart", "--root", ".")).isEqualTo(ExitCode.REFUSED);
    assertThat(run("check", "chart", "--root", ".")).isEqualTo(ExitCode.REFUSED);
    assertThat(CommandRun.in(folder, "lint", "chart").code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void anApplicationThatIsRefused() throws IOException {
    chart("{{ define \"x\" }}{{ fromToml \"a = 2024-01-02\" }}{{ end }}a: {{ include \"x\" . }}\n");
    file(
        "apps.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: one}
        spec:
          project: default
          destination: {namespace: one, server: https://kubernetes.default.svc}
          source: {repoURL: https://git.example/one.git, path: chart, plugin: {name: agents-render}}
        """);
    CommandRun run =
        CommandRun.in(
            folder,
            "apps",
            "apps.yaml",
            "--root=.",
            "--repository=https://git.example/one.git",
            "--render");

    assertThat(run.err()).contains("not supported");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aChartThatOnlySaysSo() throws IOException {
    chart("{{ fail \"not supported: this chart\" }}\n");

    assertThat(run("template", "release", "chart")).isEqualTo(ExitCode.FAILED);
    assertThat(run("render", "chart", "--root", ".")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aLimitOfTheReaders() throws IOException {
    chart("kind: A\n");
    file("values.yaml", "a: " + "[".repeat(1001) + "]".repeat(1001) + "\n");

    assertThat(run("template", "release", "chart", "-f", "values.yaml"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(run("template", "release", "chart", "--set", "a[0][0][0][0][0][0][0][0][0][0]=1"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void aReleaseOfTheToolThatNobodyKnows() throws IOException {
    chart("kind: A\n");
    file("base/kustomization.yaml", "resources: []\n");

    assertThat(run("template", "release", "chart", "--helm-version=2.17"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(CommandRun.in(folder, "lint", "chart", "--helm-version=2.17").code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(run("kustomize", "base", "--kustomize-version=3.0")).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aHostThatTheConfigurationDoesNotAllow() throws IOException {
    file("kustomization.yaml", "resources:\n- https://git.example.com/team/base?ref=v1\n");

    assertThat(run("kustomize", ".")).isEqualTo(ExitCode.REFUSED);
    assertThat(run("render", ".", "--root", ".")).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aFolderOfJsonnet() throws IOException {
    file("app/main.jsonnet", "{}\n");
    file("app/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");

    assertThat(run("render", "app", "--root", ".")).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void whatIsAlsoWrong() throws IOException {
    chart("kind: A\n");

    assertThat(run("template", "release", "chart", "-f", "https://example.com/v.yaml,no.yaml"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(run("template", "release", "nothing")).isEqualTo(ExitCode.FAILED);
    assertThat(run("template", "release", "chart", "--no-such-flag")).isEqualTo(ExitCode.USAGE);
  }
}
