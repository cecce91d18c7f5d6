package io.agentsrender.server.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;

/** What is so at the moment of asking. */
public final class ServerGauges {
  private ServerGauges() {}

  /**
   * @param running renders
   * @param waiting renders without a thread
   * @param treeBytes memory of the source trees that are held
   */
  public static void register(
      PrometheusRegistry registry,
      LongSupplier running,
      LongSupplier waiting,
      LongSupplier treeBytes) {
    gauge(registry, "agents_render_renders_running", "Renders in flight.", running);
    gauge(registry, "agents_render_renders_waiting", "Renders that wait for a thread.", waiting);
    gauge(registry, "agents_render_tree_bytes", "Bytes of the source trees in memory.", treeBytes);
    Runtime java = Runtime.getRuntime();
    gauge(
        registry,
        "agents_render_heap_used_bytes",
        "Bytes of the heap in use.",
        () -> java.totalMemory() - java.freeMemory());
    gauge(registry, "agents_render_heap_max_bytes", "The heap's limit.", java::maxMemory);
  }

  private static void gauge(
      PrometheusRegistry registry, String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call((double) value.getAsLong()))
        .register(registry);
  }
}
