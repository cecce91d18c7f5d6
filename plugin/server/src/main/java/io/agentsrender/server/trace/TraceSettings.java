package io.agentsrender.server.trace;

import java.util.List;
import java.util.Map;

/** Whether calls are traced, by OpenTelemetry's standard variables. */
public final class TraceSettings {
  private static final List<String> ENDPOINTS =
      List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

  private TraceSettings() {}

  /**
   * Off unless an exporter or where it sends to is named. Without one of them not a class of
   * OpenTelemetry is loaded.
   *
   * @param version of this program
   * @throws io.agentsrender.source.RenderException where a variable is malformed
   */
  public static CallTracing read(Map<String, String> environment, String version) {
    return isOn(environment) ? OpenTelemetryTracing.of(environment, version) : CallTracing.OFF;
  }

  /** Whether these variables turn traces on. */
  public static boolean isOn(Map<String, String> environment) {
    String exporter = environment.getOrDefault("OTEL_TRACES_EXPORTER", "");
    if (environment.getOrDefault("OTEL_SDK_DISABLED", "").equalsIgnoreCase("true")
        || exporter.equals("none")) {
      return false;
    }
    return !exporter.isEmpty()
        || ENDPOINTS.stream().anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
  }
}
