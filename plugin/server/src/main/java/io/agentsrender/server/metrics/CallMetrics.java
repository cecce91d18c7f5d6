package io.agentsrender.server.metrics;

import io.agentsrender.server.observe.EventLog;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.List;
import java.util.Map;

/**
 * Counts what the log tells, so that the two never disagree. Applications are no labels: there may
 * be thousands of them, and the log names them.
 */
public final class CallMetrics implements EventLog {
  private static final double[] SECONDS = {
    0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };
  private static final List<String> STAGES = List.of("receive", "wait", "render", "answer");
  private static final double MILLIS = 1000;

  private final EventLog log;
  private final Counter calls;
  private final Counter failures;
  private final Counter trees;
  private final Counter treeBytes;
  private final Counter objects;
  private final Counter answerBytes;
  private final Histogram stages;
  private final Histogram duration;

  /**
   * @param log that every event goes on to
   */
  public CallMetrics(PrometheusRegistry registry, EventLog log) {
    this.log = log;
    calls =
        Counter.builder()
            .name("agents_render_calls_total")
            .help("Calls of the repo-server that are over.")
            .labelNames("call", "outcome")
            .register(registry);
    failures =
        Counter.builder()
            .name("agents_render_failures_total")
            .help("Failed calls: content, archive, deadline, memory, stopped, fault.")
            .labelNames("cause")
            .register(registry);
    trees =
        Counter.builder()
            .name("agents_render_trees_total")
            .help(
                "Source trees received, and whether the same was still held from an earlier call.")
            .labelNames("held")
            .register(registry);
    treeBytes =
        Counter.builder()
            .name("agents_render_tree_received_bytes_total")
            .help("Unpacked bytes of the source trees received.")
            .register(registry);
    objects =
        Counter.builder()
            .name("agents_render_objects_total")
            .help("Objects in answers.")
            .register(registry);
    answerBytes =
        Counter.builder()
            .name("agents_render_answer_bytes_total")
            .help("Bytes of answers.")
            .register(registry);
    stages =
        Histogram.builder()
            .name("agents_render_stage_seconds")
            .help("Time of a call by stage: receive, wait for a thread, render, answer.")
            .unit(Unit.SECONDS)
            .labelNames("stage")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    duration =
        Histogram.builder()
            .name("agents_render_call_seconds")
            .help("Time of a call from its first message to its answer.")
            .unit(Unit.SECONDS)
            .labelNames("call")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
  }

  @Override
  public void log(Level level, String message, Map<String, ?> facts) {
    if (facts.get("totalMs") instanceof Number total && facts.get("call") instanceof String call) {
      count(call, outcome(level), total, facts);
    }
    log.log(level, message, facts);
  }

  private static String outcome(Level level) {
    return switch (level) {
      case DEBUG, INFO -> "done";
      case WARNING -> "cancelled";
      case ERROR -> "failed";
    };
  }

  private void count(String call, String outcome, Number total, Map<String, ?> facts) {
    calls.labelValues(call, outcome).inc();
    duration.labelValues(call).observe(total.doubleValue() / MILLIS);
    for (String stage : STAGES) {
      if (facts.get(stage + "Ms") instanceof Number time) {
        stages.labelValues(stage).observe(time.doubleValue() / MILLIS);
      }
    }
    if (facts.get("cause") instanceof String cause) {
      failures.labelValues(cause).inc();
    }
    if (facts.get("treeHeld") instanceof Boolean held) {
      trees.labelValues(held.toString()).inc();
    }
    add(treeBytes, facts.get("treeBytes"));
    add(objects, facts.get("objects"));
    add(answerBytes, facts.get("answerBytes"));
  }

  private static void add(Counter counter, @org.jspecify.annotations.Nullable Object fact) {
    if (fact instanceof Number number) {
      counter.inc(number.doubleValue());
    }
  }
}
