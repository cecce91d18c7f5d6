package io.agentsrender.helm.chart;

/** A chart breaks a rule of charts; the message is Helm's. */
public final class InvalidChartException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidChartException(String message) {
    super("validation: " + message, null, false, false);
  }
}
