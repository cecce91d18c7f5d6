package io.agentsrender.render.parameter;

import java.util.List;

/**
 * One thing a person may set about a render.
 *
 * @param name as in an Application's {@code spec.source.plugin.parameters}
 * @param flags of the command line, the long one last
 * @param title for Argo CD's UI
 * @param defaultText what holds where it is not set, in words
 * @param meaning one sentence
 */
public record Parameter(
    String name, Kind kind, List<String> flags, String title, String defaultText, String meaning) {

  /**
   * How a value is written. Argo CD's announcement knows no booleans: they are the strings true and
   * false.
   */
  public enum Kind {
    STRING,
    BOOLEAN,
    ARRAY,
    MAP
  }

  public Parameter {
    flags = List.copyOf(flags);
  }

  public String longFlag() {
    return flags.getLast();
  }
}
