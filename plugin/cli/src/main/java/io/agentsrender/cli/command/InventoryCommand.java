package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.flag.ProblemOptions;
import io.agentsrender.cli.flag.RepositoryOptions;
import io.agentsrender.cli.local.Repository;
import io.agentsrender.cli.output.InventoryOutput;
import io.agentsrender.gitops.inventory.Inventory;
import io.agentsrender.gitops.inventory.InventoryCheck;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agents-render inventory PATH}: what a repository deploys, and from where. */
@Command(
    name = "inventory",
    description =
        "Lists the components below PATH and the releases of the repository's Helmfiles: rendered"
            + " or from a chart, with the chart's repository, version and value files.",
    footer = {
      "%nHelmfiles are read as data and never run. <env> in a path stands for each environment.",
      "%nExit codes: 0 done; 1 a file cannot be read, or --check found something; 2 wrong usage; 3"
          + " all that was found is refused or not supported.",
      "%nExamples:",
      "  agents-render inventory",
      "  agents-render inventory environments/_shared -o markdown",
      "  agents-render inventory --check",
    })
public final class InventoryCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "a folder of the repository")
  private String path = ".";

  @Mixin private final RepositoryOptions repositoryOptions = new RepositoryOptions();

  @Option(
      names = "--check",
      description =
          "fail where a Helmfile and a component differ in chart, version or value files, where a"
              + " Helmfile lacks its RENDER-ONLY banner, and where a script calls helmfile sync,"
              + " apply or destroy")
  private boolean check;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text (default), json or markdown")
  private InventoryOutput output = InventoryOutput.text;

  @Mixin private final ProblemOptions problems = new ProblemOptions();

  public InventoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Repository repository = repositoryOptions.of(console, path);
    SourceTree tree = SourceTree.ofFolder(repository.root());
    List<Problem> found = new ArrayList<>();
    RepositorySettings settings = RepositorySettingsReader.of(tree, found);
    Inventory inventory = Inventory.of(tree, repository.path(), settings);
    found.addAll(inventory.problems());
    if (check) {
      found.addAll(InventoryCheck.check(inventory, tree));
    }
    problems.print(console, found);
    output.write(inventory.entries(), console.out());
    return ExitCode.of(found);
  }
}
