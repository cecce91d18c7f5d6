package io.agentsrender.policy.settings;

/** Which of two values of an environment variable wins: the component's, or that of all. */
public enum EnvPrecedence {
  /** Not decided: where the chart lets the global one win, a warning says so. */
  UNSET,
  /** The chart decides, and that is known. */
  CHART,
  /** The component wins; where the chart has it the other way round, the render is repaired. */
  COMPONENT
}
