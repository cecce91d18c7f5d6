package io.agentsrender.server.observe;

import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Passes what gRPC and Netty log (through java.util.logging, where no other logger is on the class
 * path) on to the event log, so that every line of the process has one format.
 */
public final class LibraryLog extends Handler {
  /**
   * Socket options that unix sockets do not have, and host names that a sandbox does not have:
   * Netty warns of both at every connection or start.
   */
  private static final List<String> NOISE =
      List.of("Unknown channel option", "Failed to get the MAC address", "no usable hardware");

  /** Loggers that were configured must stay referenced, or they are collected. */
  private static final Logger ROOT = Logger.getLogger("");

  private final EventLog log;

  private LibraryLog(EventLog log) {
    this.log = log;
    Filter warningsOnly =
        line -> line.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue();
    setFilter(warningsOnly);
  }

  /** Takes over the logging of libraries in this process. */
  public static void install(EventLog log) {
    LogManager.getLogManager().reset();
    ROOT.addHandler(new LibraryLog(log));
  }

  @Override
  public void publish(LogRecord line) {
    String message = line.getMessage();
    if (!isLoggable(line) || message == null || NOISE.stream().anyMatch(message::contains)) {
      return;
    }
    Throwable thrown = line.getThrown();
    String cause = thrown == null ? "" : thrown.getClass().getName();
    EventLog.Level level =
        line.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue()
            ? EventLog.Level.ERROR
            : EventLog.Level.WARNING;
    log.log(level, message, Map.of("logger", String.valueOf(line.getLoggerName()), "cause", cause));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
