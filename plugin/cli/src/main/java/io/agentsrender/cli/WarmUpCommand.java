package io.agentsrender.cli;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.sidecar.Rehearsal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs typical work so that the JDK's ahead-of-time cache, recorded meanwhile, holds the classes
 * that renders need. It prints nothing and never fails: a cache that holds less is only slower.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  @Parameters(paramLabel = "EXAMPLE", description = "the example repository")
  private String example = "";

  private final Console console;

  WarmUpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Console silent = console.silent();
    for (String[] arguments : WORK) {
      String[] there = arguments.clone();
      for (int i = 0; i < there.length; i++) {
        there[i] = there[i].replace("EXAMPLE", example);
      }
      CommandLines.create(silent).execute(there);
    }
    Rehearsal.of(silent, Path.of(example));
    return ExitCode.DONE;
  }

  private static final String[][] WORK = {
    {"template", "agents", "EXAMPLE/charts/agents", "--set", "controllers.enabled=true"},
    {"kustomize", "--enable-helm", "EXAMPLE/argocd/applications/agents"},
    {"render", "EXAMPLE/argocd/applications/jangar/primitives"},
    {"render", "EXAMPLE/charts/agents", "--output", "json"},
    {"render", "--help"},
    {"render", "EXAMPLE/missing"},
  };
}
