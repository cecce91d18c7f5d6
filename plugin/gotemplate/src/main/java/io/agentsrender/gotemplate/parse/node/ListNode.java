package io.agentsrender.gotemplate.parse.node;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import java.util.List;

/** Statements in their order. */
public record ListNode(int pos, List<Statement> statements) implements Node {
  public ListNode {
    statements = List.copyOf(statements);
  }

  /** Whether there is nothing but white space (parse.go, IsEmptyTree). */
  public boolean isEmpty() {
    for (Statement statement : statements) {
      if (!(statement instanceof Statement.Text text) || !isSpace(text.text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(String text) {
    for (int i = 0; i < text.length(); ) {
      int decoded = GoString.decodeRune(text, i);
      if (!GoUnicode.isSpace(GoString.runeOf(decoded))) {
        return false;
      }
      i += GoString.widthOf(decoded);
    }
    return true;
  }

  @Override
  public void writeTo(StringBuilder out, GoVersion version) {
    for (Statement statement : statements) {
      statement.writeTo(out, version);
    }
  }
}
