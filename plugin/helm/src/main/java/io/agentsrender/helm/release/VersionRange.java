package io.agentsrender.helm.release;

import io.agentsrender.gotemplate.semver.Constraints;
import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;

/** Whether a version lies in a range (chartutil/compatible.go). */
public final class VersionRange {
  private VersionRange() {}

  /** False also where one of them cannot be read. */
  public static boolean contains(HelmProfile profile, String range, String version) {
    try {
      Version read = Version.parse(GoString.encode(version), profile.semver());
      return Constraints.parse(GoString.encode(range), profile.semver()).check(read);
    } catch (GoError e) {
      return false;
    }
  }
}
