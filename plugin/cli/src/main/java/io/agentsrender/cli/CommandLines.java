package io.agentsrender.cli;

import io.agentsrender.cli.command.AppsCommand;
import io.agentsrender.cli.command.CheckCommand;
import io.agentsrender.cli.command.DoctorCommand;
import io.agentsrender.cli.command.InventoryCommand;
import io.agentsrender.cli.command.KustomizeCommand;
import io.agentsrender.cli.command.LintCommand;
import io.agentsrender.cli.command.RenderCommand;
import io.agentsrender.cli.command.ServeCommand;
import io.agentsrender.cli.command.TemplateCommand;
import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.console.ProblemPrinter;
import io.agentsrender.cli.console.Version;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, and turns what goes wrong into words and exit codes. */
final class CommandLines {
  /** Columns of the help where there is no terminal to ask; wide enough for the examples. */
  private static final int HELP_WIDTH = 100;

  private static final String FOOTER =
      "%nExit codes: 0 done; 1 the render failed, or there are findings; 2 wrong usage; 3 refused"
          + " or not supported.";

  /** For a command whose own --version is something else. */
  private static final OptionSpec HELP =
      OptionSpec.builder("-h", "--help")
          .usageHelp(true)
          .description("Show this help message and exit.")
          .build();

  private CommandLines() {}

  @Command(
      name = "agents-render",
      description =
          "Renders Helm charts, kustomizations and manifests in this process, as Argo CD applies"
              + " them.",
      synopsisSubcommandLabel = "COMMAND",
      footer = FOOTER)
  private static final class Root implements Runnable {
    @CommandLine.Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
      CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
      throw new ParameterException(commandLine, "Missing command");
    }
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   */
  static int execute(Console console, String... arguments) {
    boolean sidecar = arguments.length > 0 && arguments[0].equals("serve");
    return (sidecar ? ofSidecar(console) : create(console)).execute(arguments);
  }

  /** Every command. */
  static CommandLine create(Console console) {
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand("render", RenderCommand.spec(console));
    root.addSubcommand("apps", AppsCommand.spec(console));
    root.addSubcommand("inventory", new InventoryCommand(console));
    root.addSubcommand("check", CheckCommand.spec(console));
    root.addSubcommand("template", TemplateCommand.spec(console));
    root.addSubcommand("kustomize", KustomizeCommand.spec(console));
    root.addSubcommand("lint", new LintCommand(console));
    root.addSubcommand("serve", new ServeCommand(console));
    root.addSubcommand("doctor", new DoctorCommand(console));
    root.addSubcommand("warm-up", new WarmUpCommand(console));
    CommandLine commands = set(root, console);
    for (String command : List.of("template", "kustomize", "lint")) {
      readAsCobra(Objects.requireNonNull(root.getSubcommands().get(command)));
    }
    return commands;
  }

  /** The one command of a sidecar, whose start waits for no other's description. */
  private static CommandLine ofSidecar(Console console) {
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand("serve", new ServeCommand(console));
    return set(root, console);
  }

  private static CommandLine set(CommandLine root, Console console) {
    root.setOut(new PrintWriter(console.out(), true, java.nio.charset.StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(console.err(), true, java.nio.charset.StandardCharsets.UTF_8));
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    addHelp(root);
    root.setParameterExceptionHandler((e, _) -> usage(console, e));
    root.setExecutionExceptionHandler((e, _, _) -> failure(console, e));
    return root;
  }

  /** As the real tools read their flags: the last one wins, and switches take Go's booleans. */
  private static void readAsCobra(CommandLine command) {
    command.setOverwrittenOptionsAllowed(true);
    command.registerConverter(Boolean.class, CommandLines::goBoolean);
    command.registerConverter(boolean.class, CommandLines::goBoolean);
  }

  private static boolean goBoolean(String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> true;
      case "0", "f", "F", "FALSE", "false", "False" -> false;
      default -> throw new TypeConversionException("\"" + text + "\" is not true or false");
    };
  }

  private static void addHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.findOption("--version") == null) {
      spec.mixinStandardHelpOptions(true);
      spec.versionProvider(Version::lines);
    } else {
      spec.addOption(HELP);
    }
    spec.usageMessage().abbreviateSynopsis(true).autoWidth(true).width(HELP_WIDTH);
    command.setExpandAtFiles(false);
    command.getSubcommands().values().forEach(CommandLines::addHelp);
  }

  private static int usage(Console console, ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String see = "See " + name + " --help.";
    String advice =
        nearestName(e).map(nearest -> "Did you mean " + nearest + "? " + see).orElse(see);
    new ProblemPrinter(console)
        .print(
            List.of(
                Problem.error("reading the command line", String.valueOf(e.getMessage()))
                    .withAdvice(advice)));
    return ExitCode.USAGE;
  }

  /** What is known and nearest to the first word that is not; a flag only for a flag. */
  private static Optional<String> nearestName(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().getFirst().split("=", 2)[0];
    if (word.startsWith("-") && !word.startsWith("--")) {
      return Optional.empty();
    }
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    return NearestName.of(
        word, word.startsWith("-") ? spec.optionsMap().keySet() : spec.subcommands().keySet());
  }

  private static int failure(Console console, Exception e) throws Exception {
    if (e instanceof RenderException failure) {
      new ProblemPrinter(console).print(failure.problems());
      return ExitCode.of(failure.problems());
    }
    throw e;
  }
}
