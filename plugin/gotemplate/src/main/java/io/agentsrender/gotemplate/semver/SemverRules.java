package io.agentsrender.gotemplate.semver;

/**
 * Releases of Masterminds/semver that differ. Each release of Helm is built with one of them.
 *
 * <p>Since 3.4, a pre-release passes a group of constraints if any of them names a pre-release;
 * before, each constraint had to name one. Since 3.5, what is very long is refused.
 */
public enum SemverRules {
  /** 3.2.1, in Helm 3.15. */
  V3_2(
      "Invalid Semantic Version",
      "Version segment starts with 0",
      "Error parsing version segment: ",
      "Invalid Prerelease string",
      "Invalid Metadata string",
      "constraint Parser Error"),
  /** 3.4.0, in Helm 3.19 to 3.21. */
  V3_4,
  /** 3.5.0, in Helm 4.2. */
  V3_5;

  private final String invalid;
  private final String startsWithZero;
  private final String segment;
  private final String invalidPrerelease;
  private final String invalidMetadata;
  private final String parserError;

  SemverRules() {
    this(
        "invalid semantic version",
        "version segment starts with 0",
        "error parsing version segment: ",
        "invalid prerelease string",
        "invalid metadata string",
        "constraint parser error");
  }

  SemverRules(
      String invalid,
      String startsWithZero,
      String segment,
      String invalidPrerelease,
      String invalidMetadata,
      String parserError) {
    this.invalid = invalid;
    this.startsWithZero = startsWithZero;
    this.segment = segment;
    this.invalidPrerelease = invalidPrerelease;
    this.invalidMetadata = invalidMetadata;
    this.parserError = parserError;
  }

  String invalid() {
    return invalid;
  }

  String startsWithZero() {
    return startsWithZero;
  }

  String segment() {
    return segment;
  }

  String invalidPrerelease() {
    return invalidPrerelease;
  }

  String invalidMetadata() {
    return invalidMetadata;
  }

  String parserError() {
    return parserError;
  }

  /** Whether a pre-release named by one constraint counts for all that stand with it. */
  boolean prereleaseByGroup() {
    return this != V3_2;
  }

  /** Whether versions and constraints have a greatest length, and errors quote them. */
  boolean limited() {
    return this == V3_5;
  }
}
