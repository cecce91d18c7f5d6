package io.agentsrender.cli.flag;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ProblemJson;
import io.agentsrender.cli.console.ProblemPrinter;
import io.agentsrender.source.Problem;
import java.util.List;
import picocli.CommandLine.Option;

/** How problems are written. */
public final class ProblemOptions {
  enum Format {
    text,
    json
  }

  @Option(
      names = "--problems",
      paramLabel = "FORMAT",
      description = "how problems are written to standard error: text (default) or json")
  private Format format = Format.text;

  public void print(Console console, List<Problem> problems) {
    switch (format) {
      case text -> new ProblemPrinter(console).print(problems);
      case json -> ProblemJson.print(console.err(), problems);
    }
  }
}
