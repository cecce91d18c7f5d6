package io.agentsrender.helm.chart;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.semver.SemverRules;
import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.profile.HelmProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a chart's metadata must be (chart/metadata.go, Validate). */
final class MetadataRules {
  private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Set<String> TYPES = Set.of("", "application", "library");

  private MetadataRules() {}

  /** The elements of a list that must not hold nulls. */
  static List<Decoded> withoutNulls(List<Optional<Decoded>> elements, String name)
      throws InvalidChartException {
    List<Decoded> present = new ArrayList<>();
    for (Optional<Decoded> element : elements) {
      present.add(
          element.orElseThrow(
              () -> new InvalidChartException(name + " must not contain empty or null nodes")));
    }
    return present;
  }

  static void check(ChartMetadata metadata, HelmProfile profile) throws InvalidChartException {
    checkName(metadata.name(), profile.isAtLeast(HelmProfile.HELM_3_21));
    if (metadata.version().isEmpty()) {
      throw new InvalidChartException("chart.metadata.version is required");
    }
    if (!isVersion(metadata.version(), profile.semver())) {
      throw new InvalidChartException(
          "chart.metadata.version " + quote(metadata.version()) + " is invalid");
    }
    if (!TYPES.contains(metadata.type())) {
      throw new InvalidChartException("chart.metadata.type must be application or library");
    }
    checkDependencies(metadata.dependencies().orElse(List.of()));
  }

  private static void checkName(String name, boolean dotNamesRefused) throws InvalidChartException {
    if (name.isEmpty()) {
      throw new InvalidChartException("chart.metadata.name is required");
    }
    if (dotNamesRefused && (name.equals(".") || name.equals(".."))) {
      throw new InvalidChartException("chart.metadata.name " + quote(name) + " is not allowed");
    }
    if (name.indexOf('/') >= 0 && !name.equals("/")) {
      throw new InvalidChartException("chart.metadata.name " + quote(name) + " is invalid");
    }
  }

  private static void checkDependencies(List<Dependency> dependencies)
      throws InvalidChartException {
    Set<String> names = new HashSet<>();
    for (Dependency dependency : dependencies) {
      if (!dependency.alias().isEmpty() && !ALIAS.matcher(dependency.alias()).matches()) {
        throw new InvalidChartException(
            "dependency " + quote(dependency.name()) + " has disallowed characters in the alias");
      }
      if (!names.add(dependency.effectiveName())) {
        throw new InvalidChartException(
            "more than one dependency with name or alias " + quote(dependency.effectiveName()));
      }
    }
  }

  private static boolean isVersion(String version, SemverRules rules) {
    try {
      return !Version.parse(GoString.encode(version), rules).toString().isEmpty();
    } catch (GoError e) {
      return false;
    }
  }

  private static String quote(String text) {
    return GoString.decode(Quotes.quote(GoString.encode(text)));
  }
}
