package io.agentsrender.server.rpc;

import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc;
import io.agentsrender.server.intake.TreeStore;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.RenderRecord;
import io.agentsrender.server.request.RequestReader;
import io.agentsrender.server.schedule.AlarmClock;
import io.agentsrender.server.schedule.RenderPool;
import io.agentsrender.server.trace.CallTracing;
import io.agentsrender.source.budget.Budget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What all calls of all plugins of the process share.
 *
 * @param clock for deadlines
 * @param calls that are not answered yet
 * @param budget of one render; its time is set by the deadline of the call
 * @param timeout of a call whose client sets no deadline
 * @param messageLimit bytes of one message
 * @param tracing of the calls that bring an archive
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
    CallTracing tracing,
    EventLog log) {
  private static final String SERVICE = ConfigManagementPluginServiceGrpc.SERVICE_NAME;

  /** What is to be told of a call that begins now. */
  RenderRecord record(String call) {
    LongSupplier nanoTime = clock::nanoTime;
    return new RenderRecord(call, nanoTime, tracing.begin(SERVICE, call, nanoTime));
  }

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
