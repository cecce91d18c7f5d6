package io.agentsrender.fetch.git;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.cache.Cache;
import io.agentsrender.fetch.cache.CacheEntry;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.git.connection.GitConnector;
import io.agentsrender.fetch.git.connection.GitQuestion;
import io.agentsrender.fetch.http.TrustedCertificates;
import io.agentsrender.source.Content;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.SourceTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Git repositories for one render: a branch or tag is looked up once, so that all of the render
 * sees one commit. What a commit holds never changes, and so is fetched once for all renders.
 */
public final class GitSource {
  private static final String COMMIT = "commit";

  private final GitConnector connector;
  private final Cache cache;
  private final String scope;
  private final Duration timeout;
  private final CommitFetch fetch;
  private final ConcurrentMap<String, Commit> resolved = new ConcurrentHashMap<>();

  /**
   * A commit.
   *
   * @param id 40 hexadecimal digits in lower case
   * @param ref the name by which it was found; empty where the id itself was given
   */
  record Commit(String id, String ref) {}

  /**
   * @param scope whose credentials give access: what is cached for one scope is not given to
   *     another; empty for what all may see
   */
  public GitSource(
      AccessPolicy policy,
      Credentials credentials,
      TrustedCertificates trust,
      Optional<Path> knownHosts,
      Cache cache,
      String scope,
      Duration timeout,
      long maxBytes) {
    QuietSystem.install();
    this.connector = new GitConnector(policy, credentials, trust, knownHosts);
    this.cache = cache;
    this.scope = scope;
    this.timeout = timeout;
    this.fetch = new CommitFetch(connector, maxBytes);
  }

  /**
   * The repository's files at a revision.
   *
   * @param revision a commit, branch, tag or range of versions among the tags; empty for the
   *     default branch
   * @throws FetchException where it is refused or cannot be had
   */
  public SourceTree tree(RemoteAddress address, String revision) {
    String what = address + (revision.isEmpty() ? "" : " at " + revision);
    String tried = "fetching " + what;
    connector.policy().requireAllowed(address, tried, GitQuestion.VENDORING);
    Commit commit = commit(address, revision, tried);
    String key = "git " + scope + " " + address.repositoryKey() + " " + commit.id();
    Content packed =
        cache
            .get(key, tried, () -> CacheEntry.of(fetch.packed(question(address, tried), commit)))
            .content();
    return GitTree.of(
        what,
        PackedTree.open(packed)
            .orElseThrow(() ->
                FetchException.of(
                    Kind.MALFORMED,
                    tried,
                    "the cache holds something else under its name",
                    "Remove the cache folder.")));
  }

  private GitQuestion question(RemoteAddress address, String tried) {
    return GitQuestion.of(address, fetch.maxBytes(), Deadline.in(timeout), tried);
  }

  /** The commit that a revision stands for during this render. */
  private Commit commit(RemoteAddress address, String revision, String tried) {
    if (RevisionName.isCommit(revision)) {
      return new Commit(revision.toLowerCase(Locale.ROOT), "");
    }
    return resolved.computeIfAbsent(
        address.repositoryKey() + " " + revision, _ -> resolve(address, revision, tried));
  }

  /** Offline, a branch or tag stands for what it stood for when it was last asked for. */
  private Commit resolve(RemoteAddress address, String revision, String tried) {
    String key = "git-revision " + scope + " " + address.repositoryKey() + " " + revision;
    Optional<CacheEntry> last = connector.policy().offline() ? cache.find(key) : Optional.empty();
    if (last.isPresent()) {
      return new Commit(last.get().attribute(COMMIT), last.get().content().text());
    }
    Commit commit = ask(address, revision, tried);
    cache.put(key, new CacheEntry(Content.ofText(commit.ref()), Map.of(COMMIT, commit.id())));
    return commit;
  }

  private Commit ask(RemoteAddress address, String revision, String tried) {
    Map<String, String> refs = GitRefs.of(question(address, tried), connector);
    return RevisionName.find(revision, refs)
        .map(name -> new Commit(Objects.requireNonNull(refs.get(name)), name))
        .orElseThrow(() -> unknown(revision, refs, tried));
  }

  private static FetchException unknown(String revision, Map<String, String> refs, String tried) {
    if (RevisionName.isPartOfCommit(revision)) {
      return FetchException.of(
          Kind.UNKNOWN_REVISION,
          tried,
          "no branch or tag is named \"" + revision + "\", and a commit must be written in full",
          "Write all 40 digits of the commit.");
    }
    Optional<String> nearest =
        NearestName.of(
            revision,
            refs.keySet().stream()
                .map(name -> name.replaceFirst("^refs/(heads|tags)/", ""))
                .toList());
    return FetchException.of(
        Kind.UNKNOWN_REVISION,
        tried,
        refs.isEmpty()
            ? "the repository is empty"
            : "the repository has no branch or tag \"" + revision + "\"",
        nearest
            .map(name -> "Did you mean \"" + name + "\"?")
            .orElse("Name a branch, a tag or a whole commit."));
  }
}
