package io.agentsrender.policy.settings;

import io.agentsrender.source.Position;
import java.util.List;

/**
 * Whose change restarts pods.
 *
 * @param at where it was turned on
 * @param automatic every Secret and ConfigMap that a pod uses, listed or not
 */
public record RolloutChecksums(
    boolean enabled,
    Position at,
    boolean automatic,
    KeyStyle keyStyle,
    List<ChecksumEntry> secrets,
    List<ChecksumEntry> configMaps) {

  /** How the annotations are called. */
  public enum KeyStyle {
    /** {@code checksum/secret-<name>}. */
    NAME,
    /** {@code agents.proompteng.ai/checksum-secret-<24 hexadecimal digits>}. */
    AGENTS,
    /** {@code checksum/secret/<name>}, which no API server takes. */
    LITERAL
  }

  public static final RolloutChecksums OFF =
      new RolloutChecksums(false, Position.ofFile(""), false, KeyStyle.NAME, List.of(), List.of());

  public RolloutChecksums {
    secrets = List.copyOf(secrets);
    configMaps = List.copyOf(configMaps);
  }
}
