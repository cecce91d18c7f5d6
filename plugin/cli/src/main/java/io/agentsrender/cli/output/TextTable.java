package io.agentsrender.cli.output;

import java.io.PrintStream;
import java.util.List;

/** Columns, each as wide as its widest cell; the last one is not filled up. */
final class TextTable {
  private static final int GAP = 2;

  private TextTable() {}

  /**
   * Prints rows of the same number of cells.
   *
   * @param rows the first of them are the titles
   */
  static void print(List<List<String>> rows, PrintStream out) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i));
        if (i < columns - 1) {
          line.append(" ".repeat(widths[i] - row.get(i).length() + GAP));
        }
      }
      out.print(line.append('\n'));
    }
  }
}
