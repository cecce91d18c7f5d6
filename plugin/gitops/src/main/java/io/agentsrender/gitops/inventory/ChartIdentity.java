package io.agentsrender.gitops.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which chart is meant, however it is written.
 *
 * @param place the repository with the name; empty for a chart that is unpacked in this one
 * @param folder in this repository; empty for a chart that is elsewhere
 * @param name the last part of either
 */
record ChartIdentity(String place, String folder, String name) {
  /** Third-party charts are unpacked as {@code ALIAS/NAME/VERSION}. */
  private static final Pattern UNPACKED =
      Pattern.compile("(?:.*/)?charts/third_party/[^/]+/([^/]+)/([^/]+)");

  static ChartIdentity of(Declaration declaration) {
    Matcher unpacked = UNPACKED.matcher(declaration.chart());
    if (declaration.repository().isEmpty()) {
      String name = unpacked.matches() ? unpacked.group(1) : last(declaration.chart());
      return new ChartIdentity("", declaration.chart(), name);
    }
    String base = declaration.repository().replaceFirst("/+$", "");
    return new ChartIdentity(base + "/" + declaration.chart(), "", last(declaration.chart()));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A third-party chart that is unpacked here is the one of that name elsewhere. */
  boolean isSame(ChartIdentity other) {
    return equals(other)
        || name.equals(other.name)
            && (isUnpacked() && other.folder.isEmpty() || other.isUnpacked() && folder.isEmpty());
  }

  private boolean isUnpacked() {
    return UNPACKED.matcher(folder).matches();
  }

  /** A chart's version; a chart in a folder of its own has the one that stands in its folder. */
  static String version(Declaration declaration) {
    Matcher unpacked = UNPACKED.matcher(declaration.chart());
    if (declaration.repository().isEmpty()) {
      return unpacked.matches() ? unpacked.group(2) : "";
    }
    return declaration.version();
  }
}
