package io.agentsrender.server.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Quantiles;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process and its Java, under the names of Prometheus' own client libraries, so that their
 * dashboards and alerts hold. Everything is read when it is asked for, and what the system does not
 * tell is left out.
 */
public final class ProcessMetrics {
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
  private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+)");
  private static final double KIB = 1024;
  private static final double MILLIS = 1000;

  private final PrometheusRegistry registry;
  private final Path self;

  private ProcessMetrics(PrometheusRegistry registry, Path self) {
    this.registry = registry;
    this.self = self;
  }

  public static void register(PrometheusRegistry registry) {
    register(registry, Path.of("/proc/self"));
  }

  /**
   * @param self what Linux tells of the process
   */
  static void register(PrometheusRegistry registry, Path self) {
    ProcessMetrics metrics = new ProcessMetrics(registry, self);
    metrics.process();
    metrics.java();
  }

  private void process() {
    ProcessHandle.Info info = ProcessHandle.current().info();
    OptionalDouble start = seconds(info.startInstant().map(ProcessMetrics::sinceEpoch));
    CounterWithCallback.builder()
        .name("process_cpu_seconds_total")
        .help("Total user and system CPU time spent in seconds.")
        .callback(counter ->
            seconds(ProcessHandle.current().info().totalCpuDuration()).ifPresent(counter::call))
        .register(registry);
    gauge(
        "process_start_time_seconds",
        "Start time of the process since unix epoch in seconds.",
        () -> start);
    gauge(
        "process_resident_memory_bytes",
        "Resident memory size in bytes.",
        () -> times(number("status", RESIDENT), KIB));
    gauge("process_open_fds", "Number of open file descriptors.", this::openFiles);
    gauge(
        "process_max_fds",
        "Maximum number of open file descriptors.",
        () -> number("limits", OPEN_FILES));
  }

  private void java() {
    gauge(
        "jvm_threads_current",
        "Current thread count of a JVM.",
        () -> OptionalDouble.of(ManagementFactory.getThreadMXBean().getThreadCount()));
    gauge(
        "jvm_memory_nonheap_used_bytes",
        "Used bytes of the JVM outside of the heap: classes and compiled code.",
        () ->
            OptionalDouble.of(
                (double) ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed()));
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    SummaryWithCallback.builder()
        .name("jvm_gc_collection_seconds")
        .help("Time spent in a given JVM garbage collector in seconds.")
        .labelNames("gc")
        .callback(summary ->
            collectors.forEach(collector ->
                summary.call(
                    collector.getCollectionCount(),
                    collector.getCollectionTime() / MILLIS,
                    Quantiles.EMPTY,
                    collector.getName())))
        .register(registry);
  }

  private void gauge(String name, String help, Supplier<OptionalDouble> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> value.get().ifPresent(callback::call))
        .register(registry);
  }

  private static Duration sinceEpoch(Instant instant) {
    return Duration.between(Instant.EPOCH, instant);
  }

  private static OptionalDouble seconds(java.util.Optional<Duration> time) {
    return time.map(known -> OptionalDouble.of(known.toMillis() / MILLIS))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble times(OptionalDouble number, double factor) {
    return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * factor) : number;
  }

  private OptionalDouble number(String file, Pattern pattern) {
    try {
      Matcher found = pattern.matcher(Files.readString(self.resolve(file)));
      return found.find()
          ? OptionalDouble.of(Double.parseDouble(found.group(1)))
          : OptionalDouble.empty();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  private OptionalDouble openFiles() {
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(self.resolve("fd"))) {
      for (Path _ : files) {
        count++;
      }
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
    // Not the one that is open to look.
    return OptionalDouble.of(count - 1.0);
  }
}
