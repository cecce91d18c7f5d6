package io.agentsrender.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.flag.LocalRelease;
import io.agentsrender.cli.flag.ReleaseOptions;
import io.agentsrender.helm.HelmLint;
import io.agentsrender.helm.lint.LintMessage;
import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.profile.KubernetesVersion;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agents-render lint CHART}: what {@code helm lint} prints. */
@Command(
    name = "lint",
    description = "Prints what helm lint prints for CHART, a folder or a packaged chart.",
    footer = {
      "%nExamples:",
      "  agents-render lint charts/agents",
      "  agents-render lint charts/agents -f values-production.yaml --strict",
    })
public final class LintCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "CHART", description = "charts; by default this folder")
  private List<String> charts = new ArrayList<>();

  @Mixin private final ReleaseOptions options = new ReleaseOptions();

  @Option(names = "--strict", description = "fail on warnings, too")
  private boolean strict;

  @Option(names = "--quiet", description = "print only warnings and errors")
  private boolean quiet;

  @Option(names = "--with-subcharts", description = "lint the charts in charts/, too")
  private boolean withSubcharts;

  public LintCommand(Console console) {
    this.console = console;
  }

  /**
   * What became of one chart.
   *
   * @param messages none where there is no chart at all
   * @param refused whether it failed for nothing but what is not supported
   */
  private record Result(List<LintMessage> messages, boolean failed, boolean refused) {
    boolean isQuiet() {
      return !failed && messages.stream().allMatch(message -> message.severity() == Severity.INFO);
    }
  }

  @Override
  public Integer call() throws IOException {
    String kubernetes = options.kubeVersion;
    if (kubernetes != null) {
      KubernetesVersion.parse(kubernetes, HelmProfile.of(options.helmVersion));
    }
    List<String> paths = paths();
    StringBuilder text = new StringBuilder();
    int failed = 0;
    int refused = 0;
    boolean allQuiet = true;
    for (String path : paths) {
      Result result = result(path, text);
      failed += result.failed ? 1 : 0;
      refused += result.refused ? 1 : 0;
      allQuiet &= result.isQuiet();
    }
    String summary = paths.size() + " chart(s) linted, " + failed + " chart(s) failed\n";
    if (failed > 0) {
      print(text.toString());
      console.err().print("Error: " + summary);
      return refused == failed ? ExitCode.REFUSED : ExitCode.FAILED;
    }
    print(text + (quiet && allQuiet ? "" : summary));
    return ExitCode.DONE;
  }

  private void print(String text) {
    console.out().writeBytes(text.getBytes(UTF_8));
  }

  private Result result(String path, StringBuilder text) throws IOException {
    StringBuilder head = new StringBuilder("==> Linting " + path + "\n");
    Result result;
    try {
      List<LintMessage> messages =
          HelmLint.lint(new LocalRelease(console, options).request(path, ""));
      Severity tolerated = strict ? Severity.INFO : Severity.WARNING;
      result =
          new Result(
              messages,
              messages.stream().anyMatch(it -> it.severity().compareTo(tolerated) > 0),
              false);
      for (LintMessage message : messages) {
        if (!quiet || message.severity() != Severity.INFO) {
          head.append(named(message, path)).append('\n');
        }
      }
    } catch (RenderException e) {
      result = new Result(List.of(), true, Problem.areRefusals(e.problems()));
      head.append("Error ").append(e.problems().getFirst().reason()).append('\n');
    }
    if (!quiet || !result.isQuiet()) {
      text.append(head).append('\n');
    }
    return result;
  }

  /** Helm names the chart's own folder by its absolute path. */
  private LintMessage named(LintMessage message, String path) {
    return message.path().equals(LintMessage.CHART_FOLDER)
        ? new LintMessage(
            message.severity(),
            console.folder().resolve(path).normalize().toString(),
            message.text(),
            message.place())
        : message;
  }

  private List<String> paths() throws IOException {
    List<String> paths = new ArrayList<>(charts.isEmpty() ? List.of(".") : charts);
    if (withSubcharts) {
      for (String path : List.copyOf(paths)) {
        Path folder = console.folder().resolve(path).resolve("charts");
        if (Files.isDirectory(folder)) {
          try (Stream<Path> below = Files.walk(folder)) {
            below.sorted().map(this::chart).flatMap(List::stream).forEach(paths::add);
          }
        }
      }
    }
    return paths;
  }

  private List<String> chart(Path file) {
    String name = String.valueOf(file.getFileName());
    Path parent = file.getParent();
    if (name.equals("Chart.yaml") && parent != null) {
      return List.of(console.folder().relativize(parent).toString());
    }
    return name.endsWith(".tgz") || name.endsWith(".tar.gz")
        ? List.of(console.folder().relativize(file).toString())
        : List.of();
  }
}
