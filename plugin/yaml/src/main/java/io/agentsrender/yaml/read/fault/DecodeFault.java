package io.agentsrender.yaml.read.fault;

/** The text is YAML, but Go cannot make values of it. */
public final class DecodeFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String plainReason;
  private final String goText;
  private final long mark;

  /**
   * A fault that go-yaml reports.
   *
   * @param reason in the words of Go
   * @param plainReason the same without any value of the file
   */
  public static DecodeFault yaml(String reason, String plainReason, long mark) {
    return new DecodeFault(reason, plainReason, "yaml: " + reason, mark);
  }

  /** A fault found on the way to JSON. */
  static DecodeFault json(String reason, String plainReason, long mark) {
    return new DecodeFault(reason, plainReason, reason, mark);
  }

  private DecodeFault(String reason, String plainReason, String goText, long mark) {
    super(plainReason);
    this.reason = reason;
    this.plainReason = plainReason;
    this.goText = goText;
    this.mark = mark;
  }

  public String reason() {
    return reason;
  }

  public String plainReason() {
    return plainReason;
  }

  /** The whole error of Go. */
  public String goText() {
    return goText;
  }

  public long mark() {
    return mark;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
