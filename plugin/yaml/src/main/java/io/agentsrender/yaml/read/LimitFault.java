package io.agentsrender.yaml.read;

/** One of the {@link YamlLimits} is hit. */
final class LimitFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long mark;

  LimitFault(String reason, long mark) {
    super(reason);
    this.mark = mark;
  }

  long mark() {
    return mark;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
