package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.console.ProblemJson;
import io.agentsrender.cli.console.ProblemPrinter;
import io.agentsrender.cli.console.Version;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.doctor.Diagnosis;
import io.agentsrender.server.doctor.Doctor;
import io.agentsrender.server.doctor.Pod;
import io.agentsrender.yaml.json.JsonWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
      "%nExamples:",
      "  kubectl exec deploy/argocd-repo-server -c agents-render -- \\",
      "    /opt/java/bin/java @/app/agents-render doctor",
      "  agents-render doctor --config-dir-path argocd-cmp/install --output json",
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--config-dir-path",
      paramLabel = "FOLDER",
      description = "holds plugin.yaml (default: ${DEFAULT-VALUE})")
  private Path configFolder = ServerConfig.DEFAULT_CONFIG_FOLDER;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "text or json (default: ${DEFAULT-VALUE})")
  private Format output = Format.TEXT;

  /** How the diagnosis is printed. */
  enum Format {
    TEXT,
    JSON;

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
    if (output == Format.JSON) {
      console.out().println(JsonWriter.compact().write(json(diagnosis)));
    } else {
      print(diagnosis);
    }
    return diagnosis.isHealthy() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Map<String, Object> json(Diagnosis diagnosis) {
    Map<String, Object> facts = new LinkedHashMap<>();
    diagnosis.facts().forEach(fact -> facts.put(fact.name(), fact.value()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("healthy", diagnosis.isHealthy());
    fields.put("facts", facts);
    fields.put("problems", diagnosis.problems().stream().map(ProblemJson::fields).toList());
    return fields;
  }

  private void print(Diagnosis diagnosis) {
    int width = diagnosis.facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Diagnosis.Fact fact : diagnosis.facts()) {
      console.out().printf("%-" + width + "s  %s%n", fact.name(), fact.value());
    }
    console.out().flush();
    new ProblemPrinter(console).print(diagnosis.problems());
  }
}
