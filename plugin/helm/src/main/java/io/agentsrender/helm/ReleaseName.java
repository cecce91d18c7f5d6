package io.agentsrender.helm;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.regex.Pattern;

/** What a release may be called (chartutil/validate_name.go). */
final class ReleaseName {
  private static final int MAX_LENGTH = 53;
  private static final String RULE =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

  /** Without nested repetition, which Java would try in too many ways. */
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]|[a-z0-9][-a-z0-9]*[a-z0-9]");

  private ReleaseName() {}

  static void check(String name, HelmProfile profile) {
    if (!isValid(name)) {
      String reason =
          name.isEmpty()
              ? "no name provided"
              : "invalid release name, must match regex "
                  + RULE
                  + " and the length must not be longer than "
                  + MAX_LENGTH;
      throw new RenderException(
          Problem.error(
                  "naming the release \"" + name + "\"",
                  (profile.isHelm4() ? "release name check failed: " : "")
                      + "release name \""
                      + name
                      + "\": "
                      + reason)
              .withAdvice("Use lower-case letters, digits, dashes and dots."));
    }
  }

  private static boolean isValid(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }
}
