package io.agentsrender.fetch.index;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.gotemplate.semver.Constraints;
import io.agentsrender.gotemplate.semver.SemverRules;
import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which version Helm takes where a version or a range is wanted. */
public final class VersionChoice {
  private static final SemverRules RULES = SemverRules.V3_4;
  private static final int NAMED = 5;

  /** Three numbers (semver.StrictNewVersion). */
  private static final Pattern STRICT =
      Pattern.compile(
          "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)"
              + "(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

  private VersionChoice() {}

  private record Candidate<T>(T chart, Version version) {}

  /** Whether it names one version and not a range: what it stands for does not change. */
  public static boolean isExact(String version) {
    String bare = version.startsWith("v") ? version.substring(1) : version;
    return isStrict(bare);
  }

  /** Whether it has three numbers and no more before it than digits. */
  public static boolean isStrict(String version) {
    return STRICT.matcher(version).matches() && parse(version).isPresent();
  }

  /** Whether it is a version at all, as in {@code 1.2} or {@code v1}. */
  public static boolean isVersion(String text) {
    return parse(text).isPresent();
  }

  /** The same version, whatever the build metadata and the way it is written. */
  public static boolean isSame(String one, String other) {
    Optional<Version> first = parse(one);
    Optional<Version> second = parse(other);
    return first.isPresent() && second.isPresent()
        ? first.get().compareTo(second.get()) == 0
        : one.equals(other);
  }

  /** Whether a version lies in a range; false also where one of them cannot be read. */
  public static boolean contains(String range, String version) {
    Optional<Constraints> constraints = constraints(range);
    Optional<Version> read = parse(version);
    return constraints.isPresent() && read.isPresent() && constraints.get().check(read.get());
  }

  /**
   * The chart that Helm takes from an index (pkg/repo/index.go, Get): the one of exactly that
   * version, else the newest in the range. What is no version is not in the index for Helm.
   *
   * @param wanted a version or a range; empty for the newest that is no pre-release
   * @param tried for the error
   * @throws FetchException where there is none; it names the nearest
   */
  public static IndexedChart of(List<IndexedChart> charts, String wanted, String tried) {
    List<Candidate<IndexedChart>> sorted =
        sorted(charts.stream().flatMap(chart -> candidate(chart, chart.version())).toList());
    Constraints range = range(wanted, tried);
    return sorted.stream()
        .filter(candidate -> candidate.chart().version().equals(wanted))
        .findFirst()
        .or(() -> sorted.stream().filter(one -> range.check(one.version())).findFirst())
        .map(Candidate::chart)
        .orElseThrow(() -> none(wanted, sorted, tried));
  }

  /**
   * The tag that Helm takes from a registry (pkg/registry/tag.go), with plus signs in place of
   * underscores. Only tags of three numbers count.
   *
   * @throws FetchException where there is none; it names the nearest
   */
  public static String ofTags(Collection<String> tags, String wanted, String tried) {
    List<Candidate<String>> sorted =
        sorted(
            tags.stream()
                .map(tag -> tag.replace('_', '+'))
                .filter(VersionChoice::isStrict)
                .flatMap(tag -> candidate(tag, tag))
                .toList());
    if (sorted.isEmpty()) {
      throw FetchException.of(
          Kind.NO_VERSION,
          tried,
          "none of its " + tags.size() + " tags is a version",
          "Check that it is a chart; charts are tagged by their versions.");
    }
    Optional<String> exact =
        sorted.stream().map(Candidate::chart).filter(wanted::equals).findFirst();
    return exact.orElseGet(() -> {
      Constraints range = range(wanted, tried);
      return sorted.stream()
          .filter(one -> range.check(one.version()))
          .findFirst()
          .map(Candidate::chart)
          .orElseThrow(() -> none(wanted, sorted, tried));
    });
  }

  private static <T> java.util.stream.Stream<Candidate<T>> candidate(T chart, String version) {
    return parse(version).map(read -> new Candidate<>(chart, read)).stream();
  }

  private static <T> List<Candidate<T>> sorted(List<Candidate<T>> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparing((Candidate<T> one) -> one.version()).reversed())
        .toList();
  }

  private static Constraints range(String wanted, String tried) {
    return constraints(wanted.isEmpty() ? "*" : wanted)
        .orElseThrow(() ->
            FetchException.of(
                Kind.NO_VERSION,
                tried,
                "\"" + wanted + "\" is neither a version nor a range of versions",
                "Write a version such as 1.2.3, or a range such as ~1.2 or \">=1.2.0 <2.0.0\"."));
  }

  private static <T> FetchException none(String wanted, List<Candidate<T>> sorted, String tried) {
    String named =
        nearest(wanted, sorted).stream()
            .map(version -> GoString.decode(version.original()))
            .collect(Collectors.joining(", "));
    boolean onlyPrereleases =
        !sorted.isEmpty() && sorted.stream().allMatch(one -> one.version().isPrerelease());
    return FetchException.of(
        Kind.NO_VERSION,
        tried,
        (wanted.isEmpty() ? "it has no release" : "no version matches \"" + wanted + "\"")
            + (named.isEmpty() ? ": it has none at all" : "; the nearest are " + named),
        onlyPrereleases
            ? "All its versions are pre-releases; a range takes them if it names one, as in"
                + " >=0.0.0-0."
            : "Take one of these, or a wider range.");
  }

  /** Those around the first version that the range names, newest first. */
  private static <T> List<Version> nearest(String wanted, List<Candidate<T>> sorted) {
    Optional<Version> named =
        java.util.Arrays.stream(wanted.split("[^0-9A-Za-z.+-]+"))
            .filter(word -> !word.isEmpty())
            .flatMap(word -> parse(word).stream())
            .findFirst();
    int from = 0;
    if (named.isPresent()) {
      while (from < sorted.size() && sorted.get(from).version().compareTo(named.get()) > 0) {
        from++;
      }
      from = Math.max(0, Math.min(from - NAMED / 2, sorted.size() - NAMED));
    }
    return new ArrayList<>(
        sorted.stream().skip(from).limit(NAMED).map(Candidate::version).toList());
  }

  private static Optional<Version> parse(String text) {
    try {
      return Optional.of(Version.parse(GoString.encode(text), RULES));
    } catch (GoError e) {
      return Optional.empty();
    }
  }

  private static Optional<Constraints> constraints(String text) {
    try {
      return Optional.of(Constraints.parse(GoString.encode(text), RULES));
    } catch (GoError e) {
      return Optional.empty();
    }
  }
}
