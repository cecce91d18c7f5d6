package io.agentsrender.gotemplate.function;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Position;

/**
 * One place of a failure: the failing action itself, or a call of what failed.
 *
 * @param file the template text in which it stands, by the name it was parsed under
 * @param line 1-based
 * @param byteColumn Go's column: bytes since the start of the line, 0-based; -1 in parse errors,
 *     which know the line only
 * @param column 1-based, in code points; 0 in parse errors
 * @param template the template that was being executed; empty in parse errors
 * @param source the failing node as Go quotes it; empty in parse errors
 * @param text the line of the template's text
 */
public record TemplateFrame(
    String file,
    int line,
    int byteColumn,
    int column,
    String template,
    String source,
    String text) {

  public Position position() {
    return new Position(GoString.decode(file), line, column);
  }

  /** Go's way to name the place, such as {@code chart/templates/a.yaml:3:14}. */
  public String location() {
    return byteColumn < 0 ? file + ":" + line : file + ":" + line + ":" + byteColumn;
  }
}
