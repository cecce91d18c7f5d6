package io.agentsrender.server.metrics;

import io.agentsrender.server.intake.TreeStore;
import io.agentsrender.source.cache.CacheUsage;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What is so at the moment of asking. */
public final class ServerGauges {
  private final PrometheusRegistry registry;

  private ServerGauges(PrometheusRegistry registry) {
    this.registry = registry;
  }

  /**
   * Of the server.
   *
   * @param running renders
   * @param waiting renders without a thread
   * @param trees the source trees in memory
   */
  public static void register(
      PrometheusRegistry registry,
      LongSupplier running,
      LongSupplier waiting,
      Supplier<TreeStore.Usage> trees) {
    ServerGauges gauges = new ServerGauges(registry);
    gauges.add("agents_render_renders_running", "Renders in flight.", running);
    gauges.add("agents_render_renders_waiting", "Renders that wait for a thread.", waiting);
    gauges.add("agents_render_trees_held", "Source trees in memory.", () -> trees.get().trees());
    gauges.add(
        "agents_render_tree_bytes",
        "Bytes of the source trees in memory, held and arriving.",
        () -> trees.get().bytes());
    gauges.add(
        "agents_render_tree_max_bytes",
        "Bytes that source trees may take (AGENTS_RENDER_TREE_BYTES).",
        () -> trees.get().capacity());
    gauges.add(
        "agents_render_trees_waiting",
        "Calls that wait for memory before they may send their source tree.",
        () -> trees.get().waiting());
    Runtime java = Runtime.getRuntime();
    gauges.add(
        "agents_render_heap_used_bytes",
        "Bytes of the heap in use.",
        () -> java.totalMemory() - java.freeMemory());
    gauges.add("agents_render_heap_max_bytes", "The heap's limit.", java::maxMemory);
  }

  /** Of what is kept between renders. */
  public static void register(
      PrometheusRegistry registry, Map<String, Supplier<CacheUsage>> caches) {
    CounterWithCallback.builder()
        .name("agents_render_cache_lookups_total")
        .help("Lookups in a cache, and whether it held what was asked for.")
        .labelNames("cache", "held")
        .callback(counter ->
            caches.forEach((name, cache) -> {
              CacheUsage usage = cache.get();
              counter.call((double) usage.hits(), name, "true");
              counter.call((double) usage.misses(), name, "false");
            }))
        .register(registry);
    GaugeWithCallback.builder()
        .name("agents_render_cache_bytes")
        .help("Bytes of memory that a cache takes, by its own estimate.")
        .labelNames("cache")
        .callback(gauge ->
            caches.forEach((name, cache) -> gauge.call((double) cache.get().bytes(), name)))
        .register(registry);
  }

  /** Which program it is. */
  public static void register(PrometheusRegistry registry, String version) {
    Info.builder()
        .name("agents_render_build_info")
        .help("The program's version and the Java it runs on; always 1.")
        .labelNames("version", "java")
        .register(registry)
        .addLabelValues(version, Runtime.version().toString());
  }

  private void add(String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call((double) value.getAsLong()))
        .register(registry);
  }
}
