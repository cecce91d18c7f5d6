package io.agentsrender.server.observe;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

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

  private static final String SOCKETS = "io.netty.";
  private static final int MOST_CAUSES = 5;

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
    EventLog.Level level =
        line.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue()
            ? EventLog.Level.ERROR
            : EventLog.Level.WARNING;
    String logger = String.valueOf(line.getLoggerName());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("logger", logger);
    facts.put("exception", chain(line.getThrown(), logger.startsWith(SOCKETS)));
    log.log(level, message, facts);
  }

  /**
   * An exception and what caused it, by their classes. Their messages may quote anything, but for
   * what the system says of a socket.
   */
  private static String chain(@Nullable Throwable thrown, boolean ofSocket) {
    StringBuilder chain = new StringBuilder();
    Throwable at = thrown;
    for (int i = 0; i < MOST_CAUSES && at != null; i++) {
      chain.append(chain.isEmpty() ? "" : ", caused by ").append(at.getClass().getName());
      if (ofSocket && at instanceof IOException) {
        chain.append(": ").append(at.getMessage());
      }
      at = at.getCause();
    }
    return chain.toString();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
