package io.agentsrender.server.metrics;

import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.rpc.FailureCause;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.List;
import java.util.Map;

/**
 * Counts what the log tells, so that the two never disagree. Applications are no labels: there may
 * be thousands of them, and the log names them. Nothing has exemplars: the library would load
 * OpenTelemetry to look for them, traces or no traces.
 */
public final class CallMetrics implements EventLog {
  /**
   * From a hit in all caches to a call whose client sets no deadline (AGENTS_RENDER_MAX_SECONDS).
   */
  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300
  };

  private static final List<String> CALLS = List.of("GenerateManifest", "MatchRepository");
  private static final List<String> OUTCOMES = List.of("done", "failed", "cancelled");
  private static final List<String> STAGES =
      List.of("receive", "wait", "render", "policies", "answer");
  private static final double MILLIS = 1000;

  private final EventLog log;
  private final Counter calls;
  private final Counter failures;
  private final Counter trees;
  private final Counter archiveBytes;
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
            .withoutExemplars()
            .register(registry);
    failures =
        Counter.builder()
            .name("agents_render_failures_total")
            .help("Failed calls by cause: " + String.join(", ", FailureCause.words()) + ".")
            .labelNames("cause")
            .withoutExemplars()
            .register(registry);
    trees =
        Counter.builder()
            .name("agents_render_trees_total")
            .help(
                "Source trees received, and whether the same was still held from an earlier call.")
            .labelNames("held")
            .withoutExemplars()
            .register(registry);
    archiveBytes =
        Counter.builder()
            .name("agents_render_archive_received_bytes_total")
            .help("Packed bytes of the source trees received.")
            .withoutExemplars()
            .register(registry);
    treeBytes =
        Counter.builder()
            .name("agents_render_tree_received_bytes_total")
            .help("Unpacked bytes of the source trees received.")
            .withoutExemplars()
            .register(registry);
    objects =
        Counter.builder()
            .name("agents_render_objects_total")
            .help("Objects in answers.")
            .withoutExemplars()
            .register(registry);
    answerBytes =
        Counter.builder()
            .name("agents_render_answer_bytes_total")
            .help("Bytes of answers.")
            .withoutExemplars()
            .register(registry);
    stages =
        Histogram.builder()
            .name("agents_render_stage_seconds")
            .help("Time of a call by stage: receive, wait for a thread, render, policies, answer.")
            .unit(Unit.SECONDS)
            .labelNames("stage")
            .classicOnly()
            .withoutExemplars()
            .classicUpperBounds(SECONDS)
            .register(registry);
    duration =
        Histogram.builder()
            .name("agents_render_call_seconds")
            .help("Time of a call from its first message to its answer.")
            .unit(Unit.SECONDS)
            .labelNames("call")
            .classicOnly()
            .withoutExemplars()
            .classicUpperBounds(SECONDS)
            .register(registry);
    beginAtZero();
  }

  /** A series that is there from the start shows its first increase, which is often the error. */
  private void beginAtZero() {
    for (String call : CALLS) {
      OUTCOMES.forEach(outcome -> calls.initLabelValues(call, outcome));
      duration.initLabelValues(call);
    }
    FailureCause.words().forEach(failures::initLabelValues);
    STAGES.forEach(stages::initLabelValues);
    List.of("true", "false").forEach(trees::initLabelValues);
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
    add(archiveBytes, facts.get("archiveBytes"));
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
