package io.agentsrender.server.trace;

import io.agentsrender.server.observe.CallTrace;
import io.agentsrender.server.observe.EventLog;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One call as a span, with a span below it for each of its stages. */
final class SpanTrace implements CallTrace {
  private static final String PREFIX = "agents_render.";

  /** Stages tell their times by themselves. */
  private static final String TIME = "Ms";

  private final Tracer tracer;
  private final Span call;
  private final Context children;
  private final long begunEpoch;
  private final long begun;

  /**
   * @param begunEpoch nanoseconds since 1970
   * @param begun the same moment on the clock of the record
   */
  SpanTrace(Tracer tracer, Span call, Context parent, long begunEpoch, long begun) {
    this.tracer = tracer;
    this.call = call;
    this.children = parent.with(call);
    this.begunEpoch = begunEpoch;
    this.begun = begun;
  }

  @Override
  public String id() {
    return call.getSpanContext().getTraceId();
  }

  @Override
  public void stage(String name, long stageBegun, long ended) {
    tracer
        .spanBuilder(name)
        .setParent(children)
        .setStartTimestamp(epoch(stageBegun), TimeUnit.NANOSECONDS)
        .startSpan()
        .end(epoch(ended), TimeUnit.NANOSECONDS);
  }

  private long epoch(long nanoTime) {
    return begunEpoch + (nanoTime - begun);
  }

  @Override
  public void end(EventLog.Level level, String message, Map<String, ?> facts) {
    facts.forEach((name, value) -> {
      if (value instanceof Boolean truth) {
        call.setAttribute(PREFIX + name, truth);
      } else if (value instanceof Long || value instanceof Integer) {
        call.setAttribute(PREFIX + name, ((Number) value).longValue());
      } else if (!name.endsWith(TIME)) {
        call.setAttribute(PREFIX + name, String.valueOf(value));
      }
    });
    if (level == EventLog.Level.ERROR) {
      Object reason = facts.get("error");
      call.setStatus(StatusCode.ERROR, reason == null ? message : reason.toString());
    }
    call.end();
  }
}
