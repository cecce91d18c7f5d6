package io.agentsrender.server.observe;

import java.util.Map;

/** Follows one call for a tracing system, as the record of the call is filled in. */
public interface CallTrace {
  /** Where nobody traces. */
  CallTrace NONE =
      new CallTrace() {
        @Override
        public String id() {
          return "";
        }

        @Override
        public void stage(String name, long begun, long ended) {}

        @Override
        public void end(EventLog.Level level, String message, Map<String, ?> facts) {}
      };

  /** The id of the trace, by which its log line is found; empty where there is none. */
  String id();

  /**
   * A stage of the call is over.
   *
   * @param begun on the clock of the record, in nanoseconds, as {@code ended}
   */
  void stage(String name, long begun, long ended);

  /**
   * The call is over.
   *
   * @param facts as the log tells them
   */
  void end(EventLog.Level level, String message, Map<String, ?> facts);
}
