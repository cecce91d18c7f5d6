package io.agentsrender.check.suppression;

import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a manifest, template or value file that accepts the findings of some rules on its
 * own line, or on the first line below it that is no comment.
 *
 * @param line that is covered, 1-based
 * @param text the comment alone, without what stands before it
 */
record Comment(List<String> rules, String reason, Position at, int line, String text) {
  private static final Pattern MARK =
      Pattern.compile("agents-render: ignore ([a-z][a-z-]*(?:, ?[a-z][a-z-]*)*)(.*)");
  private static final Pattern END = Pattern.compile("\\s*(?:\\*/\\s*-?\\}\\}|-->)?\\s*$");
  private static final Pattern ALONE = Pattern.compile("\\s*(?:#|\\{\\{-?\\s*/\\*).*");

  /** Every such comment of a file. */
  static List<Comment> of(String file, String text) {
    if (!text.contains("agents-render: ignore")) {
      return List.of();
    }
    List<String> lines = text.lines().toList();
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.find()) {
        String reason = END.matcher(mark.group(2)).replaceFirst("").strip();
        int column = lines.get(i).codePointCount(0, mark.start()) + 1;
        comments.add(
            new Comment(
                List.of(mark.group(1).split(", ?")),
                reason,
                new Position(file, i + 1, column),
                covered(lines, i) + 1,
                mark.group()));
      }
    }
    return comments;
  }

  private static int covered(List<String> lines, int comment) {
    int line = comment;
    while (line < lines.size() && ALONE.matcher(lines.get(line)).matches()) {
      line++;
    }
    return line;
  }
}
