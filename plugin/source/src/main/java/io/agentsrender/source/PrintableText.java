package io.agentsrender.source;

/** Text of repositories, made safe to be shown: it must not steer a terminal. */
public final class PrintableText {
  private PrintableText() {}

  /** The text with control characters other than tabs in the form {@code \x1b}. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (Character.isISOControl(c) && c != '\t') {
            safe.append(String.format("\\x%02x", c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }
}
