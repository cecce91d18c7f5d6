package io.agentsrender.helm.profile;

import io.agentsrender.gotemplate.semver.SemverRules;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A release of Helm whose output and refusals are matched. */
public enum HelmProfile {
  HELM_3_15("3.15.4", "go1.22", NullRule.DELETES, SchemaLibrary.GOJSONSCHEMA),
  HELM_3_19("3.19.4", "go1.24", NullRule.DELETES_BUT_REACHES_SUBCHARTS, SchemaLibrary.JSONSCHEMA),
  HELM_3_21("3.21.0", "go1.25", NullRule.DELETES_WHAT_IS_SET, SchemaLibrary.JSONSCHEMA),
  HELM_4_2("4.2.1", "go1.26", NullRule.DEFAULTS_HOLD_NO_NULLS, SchemaLibrary.JSONSCHEMA);

  /** The newest Helm 3 that Argo CD ships (3.3 and 3.4). */
  public static final HelmProfile DEFAULT = HELM_3_19;

  private final String version;
  private final String goVersion;
  private final NullRule nullRule;
  private final SchemaLibrary schemaLibrary;

  HelmProfile(String version, String goVersion, NullRule nullRule, SchemaLibrary schemaLibrary) {
    this.version = version;
    this.goVersion = goVersion;
    this.nullRule = nullRule;
    this.schemaLibrary = schemaLibrary;
  }

  /**
   * The profile for a version as people write it: {@code 3.19}, {@code v3.19}, {@code 3.19.4}.
   *
   * @throws RenderException where no profile has that version
   */
  public static HelmProfile of(String version) {
    String wanted = version.startsWith("v") ? version.substring(1) : version;
    Optional<HelmProfile> found =
        Arrays.stream(values())
            .filter(profile -> wanted.equals(profile.version) || wanted.equals(profile.minor()))
            .findFirst();
    return found.orElseThrow(() ->
        new RenderException(
            Problem.notSupported(
                    "choosing the Helm version \"" + version + "\"", "it is not supported")
                .withAdvice(
                    "Choose one of "
                        + Arrays.stream(values())
                            .map(HelmProfile::minor)
                            .collect(Collectors.joining(", "))
                        + ".")));
  }

  /** The release, as in {@code 3.19.4}. */
  public String version() {
    return version;
  }

  /** The release line, as in {@code 3.19}. */
  public String minor() {
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** The Go release line it is built with, as in {@code go1.24}. */
  public String goVersion() {
    return goVersion;
  }

  public NullRule nullRule() {
    return nullRule;
  }

  public SchemaLibrary schemaLibrary() {
    return schemaLibrary;
  }

  /** The release of the library that reads versions and ranges. */
  public SemverRules semver() {
    return switch (this) {
      case HELM_3_15 -> SemverRules.V3_2;
      case HELM_3_19, HELM_3_21 -> SemverRules.V3_4;
      case HELM_4_2 -> SemverRules.V3_5;
    };
  }

  /** Whether this is Helm 4, which has its own error layout, chart object and document splitter. */
  public boolean isHelm4() {
    return this == HELM_4_2;
  }

  /** Whether this is {@code other} or newer. */
  public boolean isAtLeast(HelmProfile other) {
    return compareTo(other) >= 0;
  }
}
