package io.agentsrender.yaml.scan.text;

/** A line and a column, 0-based, packed into a long because there are several for each token. */
public final class Mark {
  private Mark() {}

  static long of(int line, int column) {
    return (long) line << 32 | column;
  }

  public static int line(long mark) {
    return (int) (mark >> 32);
  }

  /** In code points. */
  public static int column(long mark) {
    return (int) mark;
  }
}
