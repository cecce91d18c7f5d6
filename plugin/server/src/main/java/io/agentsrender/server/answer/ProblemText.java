package io.agentsrender.server.answer;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.List;

/**
 * Problems as the one message Argo CD shows for an Application. The cause and its place come first,
 * since its UI cuts long messages.
 */
public final class ProblemText {
  /** The message is kept in Redis and in the Application's status. */
  private static final int LONGEST = 8 << 10;

  private static final int MOST_PROBLEMS = 10;
  private static final int MOST_FRAMES = 8;

  /**
   * What Helm writes before a chart's own words ({@code fail}, {@code required}). The place and the
   * trail say it behind them.
   */
  private static final String HELMS_PREFIX = "execution error at (";

  private static final String HELMS_PREFIX_END = "): ";

  private ProblemText() {}

  /** The message for the errors among {@code problems}, or for all if there is no error. */
  public static String of(List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    List<Problem> told = errors.isEmpty() ? problems : errors;
    StringBuilder text = new StringBuilder();
    told.stream().limit(MOST_PROBLEMS).forEach(problem -> append(text, problem));
    if (told.size() > MOST_PROBLEMS) {
      text.append('\n').append(told.size() - MOST_PROBLEMS).append(" more errors");
    }
    return cut(text.toString());
  }

  private static void append(StringBuilder text, Problem problem) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(reason(problem));
    problem.place().ifPresent(place -> text.append(" (").append(place).append(')'));
    problem
        .excerpt()
        .ifPresent(line -> text.append("\n  ").append(margin(problem)).append(line.strip()));
    problem.trail().stream()
        .limit(MOST_FRAMES)
        .forEach(frame -> text.append("\n  ").append(frame.what()).append(at(frame.at())));
    text.append("\n  while ").append(problem.tried());
    problem.advice().ifPresent(advice -> text.append("\n  ").append(advice));
  }

  private static String reason(Problem problem) {
    String reason = problem.reason();
    int end = reason.indexOf(HELMS_PREFIX_END);
    return problem.place().isPresent() && reason.startsWith(HELMS_PREFIX) && end >= 0
        ? reason.substring(end + HELMS_PREFIX_END.length())
        : reason;
  }

  private static String margin(Problem problem) {
    return problem
        .place()
        .map(Position::line)
        .filter(line -> line > 0)
        .map(line -> line + " | ")
        .orElse("| ");
  }

  private static String at(Position position) {
    return " at " + position;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "… (" + (text.length() - end) + " characters more)";
  }
}
