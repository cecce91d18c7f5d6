package io.agentsrender.server.observe;

import java.util.Map;

/** A log of events with named facts. No fact may be secret: neither environment nor objects. */
public interface EventLog {
  /** How much an event matters, least first. */
  enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR
  }

  /**
   * One event.
   *
   * @param facts strings, numbers and booleans, in the order in which they are to be read
   */
  void log(Level level, String message, Map<String, ?> facts);

  default void info(String message, Map<String, ?> facts) {
    log(Level.INFO, message, facts);
  }

  default void warning(String message, Map<String, ?> facts) {
    log(Level.WARNING, message, facts);
  }

  default void error(String message, Map<String, ?> facts) {
    log(Level.ERROR, message, facts);
  }
}
