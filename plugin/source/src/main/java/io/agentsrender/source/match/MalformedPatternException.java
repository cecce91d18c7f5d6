package io.agentsrender.source.match;

/** A pattern breaks the rules of its language; the message is the Go library's. */
public final class MalformedPatternException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedPatternException(String message) {
    super(message);
  }
}
