package io.agentsrender.yaml.read.fault;

import io.agentsrender.yaml.read.YamlLimits;

/** One of the {@link YamlLimits} is hit. */
public final class LimitFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long mark;

  public LimitFault(String reason, long mark) {
    super(reason);
    this.mark = mark;
  }

  public long mark() {
    return mark;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
