package io.agentsrender.gotemplate.parse.node;

import io.agentsrender.gotemplate.function.TemplateFrame;
import io.agentsrender.gotemplate.value.GoString;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of a template and where its lines are: knows the place of every node. */
public final class TemplateText {
  /** More of a line helps nobody who reads an error. */
  private static final int MAX_LINE = 500;

  private final String name;
  private final String text;

  /** Where each line starts; made when the first place is asked for, by whoever asks first. */
  private int @Nullable [] lineStarts;

  public TemplateText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** The name under which errors know it. */
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** 1-based line of a byte. */
  public int line(int pos) {
    int found = Arrays.binarySearch(lineStarts(), pos);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Bytes between the start of its line and a byte (parse.go, ErrorContext). */
  public int byteColumn(int pos) {
    return pos - lineStarts()[line(pos) - 1];
  }

  /** 1-based column in code points. */
  public int column(int pos) {
    return 1 + GoString.runeCount(text.substring(lineStarts()[line(pos) - 1], pos));
  }

  /** The place of a node in a template that is being executed. */
  public TemplateFrame frame(String template, Node node, GoVersion version) {
    StringBuilder source = new StringBuilder();
    node.writeTo(source, version);
    int pos = node.pos();
    int line = line(pos);
    return new TemplateFrame(
        name, line, byteColumn(pos), column(pos), template, source.toString(), textOf(line));
  }

  /** The place of a parse error, of which only the line is known. */
  public TemplateFrame frame(int line) {
    return new TemplateFrame(name, line, -1, 0, "", "", textOf(line));
  }

  /** A line without its end, cut where it is very long; empty for a line that is not there. */
  private String textOf(int line) {
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return "";
    }
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] - 1 : text.length();
    return text.substring(start, Math.min(end, start + MAX_LINE)).stripTrailing();
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = new int[16];
      int lines = 1;
      for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        if (lines == known.length) {
          known = Arrays.copyOf(known, 2 * lines);
        }
        known[lines++] = i + 1;
      }
      known = Arrays.copyOf(known, lines);
      lineStarts = known;
    }
    return known;
  }
}
