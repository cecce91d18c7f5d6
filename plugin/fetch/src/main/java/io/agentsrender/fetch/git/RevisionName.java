package io.agentsrender.fetch.git;

import io.agentsrender.gotemplate.semver.Constraints;
import io.agentsrender.gotemplate.semver.SemverRules;
import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a revision means among the refs of a repository, as Argo CD resolves it (util/git/client.go,
 * lsRemote): a whole commit is itself; a range of versions is the highest tag in it; else it is the
 * ref of that name.
 */
final class RevisionName {
  private static final String HEAD = "HEAD";
  private static final String TAGS = "refs/tags/";
  private static final Pattern COMMIT = Pattern.compile("[0-9A-Fa-f]{40}");
  private static final Pattern PART_OF_COMMIT = Pattern.compile("[0-9A-Fa-f]{7,39}");

  /** In the order in which a short name is looked for; the first is the name in full. */
  private static final List<String> PLACES =
      List.of("", "refs/heads/", TAGS, "refs/remotes/", "refs/");

  private RevisionName() {}

  static boolean isCommit(String revision) {
    return COMMIT.matcher(revision).matches();
  }

  /** Whether it looks like the beginning of a commit. */
  static boolean isPartOfCommit(String revision) {
    return PART_OF_COMMIT.matcher(revision).matches();
  }

  /** The name of the ref that is meant; empty where there is none. */
  static Optional<String> find(String revision, Map<String, ?> refs) {
    String wanted =
        revision.isEmpty() ? HEAD : highestTag(revision, refs.keySet()).orElse(revision);
    return PLACES.stream().map(place -> place + wanted).filter(refs::containsKey).findFirst();
  }

  private static Optional<String> highestTag(String revision, Collection<String> refs) {
    if (version(revision).isPresent()) {
      return Optional.empty();
    }
    return constraints(revision)
        .flatMap(range ->
            refs.stream()
                .filter(ref -> ref.startsWith(TAGS))
                .map(ref -> ref.substring(TAGS.length()))
                .flatMap(tag -> version(tag).stream())
                .filter(range::check)
                .max(Version::compareTo))
        .map(Version::original)
        .map(GoString::decode);
  }

  private static Optional<Version> version(String text) {
    try {
      return Optional.of(Version.parse(GoString.encode(text), SemverRules.V3_4));
    } catch (GoError e) {
      return Optional.empty();
    }
  }

  private static Optional<Constraints> constraints(String text) {
    try {
      return Optional.of(Constraints.parse(GoString.encode(text), SemverRules.V3_4));
    } catch (GoError e) {
      return Optional.empty();
    }
  }
}
