package io.agentsrender.server.rpc;

import io.agentsrender.server.intake.TreeStore;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.request.RequestReader;
import io.agentsrender.server.schedule.AlarmClock;
import io.agentsrender.server.schedule.RenderPool;
import io.agentsrender.source.Budget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all calls of all plugins of the process share.
 *
 * @param clock for deadlines
 * @param calls that are not answered yet
 * @param budget of one render; its time is set by the deadline of the call
 * @param timeout of a call whose client sets no deadline
 * @param messageLimit bytes of one message
 */
public record Workshop(
    TreeStore store,
    RenderPool pool,
    Renderer renderer,
    RequestReader requests,
    AlarmClock clock,
    OpenCalls calls,
    Budget budget,
    Duration timeout,
    int messageLimit,
    EventLog log) {

  /** Tells of a fault of the program, without the message of its exception, which may be secret. */
  void reportFault(String call, Throwable fault) {
    String trace =
        Arrays.stream(fault.getStackTrace())
            .limit(20)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < "));
    log.error(
        "internal error", Map.of("call", call, "fault", fault.getClass().getName(), "at", trace));
  }
}
