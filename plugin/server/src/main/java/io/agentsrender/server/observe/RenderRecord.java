package io.agentsrender.server.observe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One call, as the log tells of it: filled in on the way by whichever thread has the call in hand.
 */
public final class RenderRecord {
  private final String call;
  private final LongSupplier nanoTime;
  private final CallTrace trace;
  private final long begun;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private String stage = "";
  private long stageBegun;
  private boolean over;

  /**
   * @param call its name
   * @param nanoTime the clock, on which the call begins now
   * @param trace that is told what the record is
   */
  public RenderRecord(String call, LongSupplier nanoTime, CallTrace trace) {
    this.call = call;
    this.nanoTime = nanoTime;
    this.trace = trace;
    this.begun = nanoTime.getAsLong();
    this.stageBegun = begun;
  }

  /** The call is in this stage from now on; the one before, if any, is over. */
  public synchronized RenderRecord enter(String next) {
    if (!over) {
      endStage();
      stage = next;
    }
    return this;
  }

  private void endStage() {
    long now = nanoTime.getAsLong();
    if (!stage.isEmpty()) {
      facts.put(stage + "Ms", milliseconds(Duration.ofNanos(now - stageBegun)));
      trace.stage(stage, stageBegun, now);
    }
    stageBegun = now;
  }

  public synchronized RenderRecord fact(String name, Object value) {
    if (!over) {
      facts.put(name, value);
    }
    return this;
  }

  /**
   * Writes the line; the call is over, and whatever its threads still have to tell is ignored. The
   * stage in which it ended is the last of which the line gives a time.
   */
  public synchronized void log(EventLog log, EventLog.Level level, String message) {
    if (over) {
      return;
    }
    endStage();
    over = true;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("call", call);
    if (!trace.id().isEmpty()) {
      line.put("traceId", trace.id());
    }
    line.putAll(facts);
    line.put("totalMs", milliseconds(elapsed()));
    trace.end(level, message, facts);
    log.log(level, message, line);
  }

  public String call() {
    return call;
  }

  public Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begun);
  }

  private static double milliseconds(Duration time) {
    return Math.round(time.toNanos() / 10_000.0) / 100.0;
  }
}
