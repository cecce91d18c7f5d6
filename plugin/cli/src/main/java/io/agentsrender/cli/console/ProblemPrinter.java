package io.agentsrender.cli.console;

import io.agentsrender.source.PrintableText;
import io.agentsrender.source.Problem;
import java.io.PrintStream;
import java.util.List;

/** Writes problems for people: one block each, the cause first. */
public final class ProblemPrinter {
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String BOLD = "\u001b[1m";
  private static final String RESET = "\u001b[0m";

  private final PrintStream err;
  private final boolean colours;

  public ProblemPrinter(Console console) {
    this.err = console.err();
    this.colours = console.colours();
  }

  public void print(List<Problem> problems) {
    problems.forEach(this::print);
  }

  private void print(Problem problem) {
    StringBuilder block = new StringBuilder();
    String word = problem.isError() ? paint(RED, "error") : paint(YELLOW, "warning");
    block.append(word).append(": ").append(paint(BOLD, problem.tried())).append('\n');
    indented(block, "why: ", problem.reason());
    problem.place().ifPresent(place -> indented(block, "at:  ", place.toString()));
    problem.excerpt().ifPresent(line -> indented(block, "   | ", line.stripTrailing()));
    for (Problem.Frame frame : problem.trail()) {
      indented(block, "     ", "from " + frame.what() + " at " + frame.at());
    }
    problem.advice().ifPresent(advice -> indented(block, "do:  ", advice));
    err.print(block);
  }

  private static void indented(StringBuilder block, String label, String text) {
    String lead = "  " + label;
    for (String line : text.split("\n", -1)) {
      block.append(lead).append(PrintableText.of(line)).append('\n');
      lead = "       ";
    }
  }

  private String paint(String colour, String text) {
    return colours ? colour + text + RESET : text;
  }
}
