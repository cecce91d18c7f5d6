package io.agentsrender.helm.release;

import io.agentsrender.gotemplate.semver.Constraints;
import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;
import org.jspecify.annotations.Nullable;

/** A range of versions (chartutil/compatible.go). */
public final class VersionRange {
  private final HelmProfile profile;

  /** Null where it cannot be read. */
  private final @Nullable Constraints constraints;

  private VersionRange(HelmProfile profile, @Nullable Constraints constraints) {
    this.profile = profile;
    this.constraints = constraints;
  }

  /** A range to be asked several times; none lies in one that cannot be read. */
  public static VersionRange of(HelmProfile profile, String range) {
    try {
      return new VersionRange(profile, Constraints.parse(GoString.encode(range), profile.semver()));
    } catch (GoError e) {
      return new VersionRange(profile, null);
    }
  }

  /** Whether a version lies in it; false also where that cannot be read. */
  public boolean contains(String version) {
    try {
      return constraints != null
          && constraints.check(Version.parse(GoString.encode(version), profile.semver()));
    } catch (GoError e) {
      return false;
    }
  }

  /** Whether a version lies in a range; false also where one of them cannot be read. */
  public static boolean contains(HelmProfile profile, String range, String version) {
    return of(profile, range).contains(version);
  }
}
