package io.agentsrender.gotemplate.semver;

import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoType;

/**
 * A semantic version. Numbers are unsigned.
 *
 * @param prerelease what follows the dash; empty for a release
 * @param metadata what follows the plus sign; it plays no part in comparisons
 * @param original the text it was read from
 * @param rules those it was read by
 */
public record Version(
    long major,
    long minor,
    long patch,
    String prerelease,
    String metadata,
    String original,
    SemverRules rules)
    implements GoObject, Comparable<Version> {

  /**
   * Reads a version, also one with a leading {@code v} or with fewer than three numbers ({@code
   * NewVersion}).
   *
   * @throws io.agentsrender.gotemplate.value.GoError with the library's words
   */
  public static Version parse(String text, SemverRules rules) {
    return new VersionParser(text, rules).parse();
  }

  /** The Go type of versions. */
  public static GoType type(SemverRules rules) {
    return VersionType.of(rules);
  }

  public boolean isPrerelease() {
    return !prerelease.isEmpty();
  }

  /** The next patch release; of a pre-release, its release. */
  public Version nextPatch() {
    return next(major, minor, isPrerelease() ? patch : patch + 1);
  }

  public Version nextMinor() {
    return next(major, minor + 1, 0);
  }

  public Version nextMajor() {
    return next(major + 1, 0, 0);
  }

  private Version next(long newMajor, long newMinor, long newPatch) {
    return withOriginal(new Version(newMajor, newMinor, newPatch, "", "", "", rules));
  }

  /** With another pre-release, which is checked. */
  public Version withPrerelease(String other) {
    Identifiers.checkPrerelease(other, rules);
    return withOriginal(new Version(major, minor, patch, other, metadata, "", rules));
  }

  /** With other metadata, which is checked. */
  public Version withMetadata(String other) {
    Identifiers.checkMetadata(other, rules);
    return withOriginal(new Version(major, minor, patch, prerelease, other, "", rules));
  }

  private Version withOriginal(Version v) {
    String text = (original.startsWith("v") ? "v" : "") + v;
    return new Version(v.major, v.minor, v.patch, v.prerelease, v.metadata, text, rules);
  }

  /** The order of versions; unlike {@link #equals}, without regard to metadata. */
  @Override
  public int compareTo(Version that) {
    int order = Long.compareUnsigned(major, that.major);
    if (order == 0) {
      order = Long.compareUnsigned(minor, that.minor);
    }
    if (order == 0) {
      order = Long.compareUnsigned(patch, that.patch);
    }
    if (order != 0 || prerelease.equals(that.prerelease)) {
      return order;
    }
    if (!isPrerelease() || !that.isPrerelease()) {
      return isPrerelease() ? -1 : 1;
    }
    return Identifiers.compare(prerelease, that.prerelease);
  }

  @Override
  public GoType type() {
    return type(rules);
  }

  /** Without the {@code v}, and with three numbers. */
  @Override
  public String toString() {
    return Long.toUnsignedString(major)
        + "."
        + Long.toUnsignedString(minor)
        + "."
        + Long.toUnsignedString(patch)
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (metadata.isEmpty() ? "" : "+" + metadata);
  }
}
