package io.agentsrender.server.observe;

import java.util.Locale;
import java.util.Map;

/** A log of events with named facts. No fact may be secret: neither environment nor objects. */
public interface EventLog {
  /** How much an event matters, least first. */
  enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR;

    /**
     * The level of a name that Argo CD's servers know (those of logrus), in any case.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Level named(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "trace", "debug" -> DEBUG;
        case "info" -> INFO;
        case "warn", "warning" -> WARNING;
        case "error", "fatal", "panic" -> ERROR;
        default ->
            throw new IllegalArgumentException(
                "\"" + name + "\" is none of trace, debug, info, warn and error");
      };
    }
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
