package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.console.ProblemPrinter;
import io.agentsrender.cli.console.Version;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.doctor.Diagnosis;
import io.agentsrender.server.doctor.Doctor;
import io.agentsrender.server.doctor.Pod;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code agents-render doctor}: whether a pod is set up so that Argo CD finds the plugin in it. */
@Command(
    name = "doctor",
    description =
        "Checks a sidecar's set-up, from inside its container: user, socket folder, plugin.yaml,"
            + " memory, limits, what may be fetched, metrics and traces. It changes nothing.",
    footer = {
      "%nExit code 1 where something keeps the plugin from working.",
      "%nExample:",
      "  kubectl exec deploy/argocd-repo-server -c agents-render -- \\",
      "    /opt/java/bin/java @/app/agents-render doctor",
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--config-dir-path",
      paramLabel = "FOLDER",
      description = "holds plugin.yaml (default: ${DEFAULT-VALUE})")
  private Path configFolder = ServerConfig.DEFAULT_CONFIG_FOLDER;

  public DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Diagnosis diagnosis =
        Doctor.examine(
                console.folder().resolve(configFolder),
                console.environment(),
                Version.number(),
                Pod.ofThisProcess())
            .and(FetchExamination.of(console.environment(), console.folder()));
    int width = diagnosis.facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Diagnosis.Fact fact : diagnosis.facts()) {
      console.out().printf("%-" + width + "s  %s%n", fact.name(), fact.value());
    }
    console.out().flush();
    new ProblemPrinter(console).print(diagnosis.problems());
    return diagnosis.isHealthy() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
