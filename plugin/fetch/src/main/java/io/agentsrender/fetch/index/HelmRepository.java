package io.agentsrender.fetch.index;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.cache.Cache;
import io.agentsrender.fetch.cache.CacheEntry;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.HttpAnswer;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.http.HttpQuestion;
import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.NearestName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Chart repositories over HTTP, for one render: an index is looked at once, so that all of the
 * render sees the same versions.
 */
public final class HelmRepository {
  private static final String ETAG = "etag";
  private static final String MODIFIED = "last-modified";
  private static final String CHECKED = "checked";
  private static final String RAW = "raw";
  private static final int NOT_MODIFIED = 304;

  private final HttpGetter http;
  private final AccessPolicy policy;
  private final Cache cache;
  private final String scope;
  private final Duration time;
  private final long maxBytes;
  private final Duration maxAge;
  private final ConcurrentMap<String, ChartIndex> seen = new ConcurrentHashMap<>();

  /**
   * @param scope as of {@link io.agentsrender.fetch.git.GitSource}
   * @param maxAge how long an index is used without asking whether it changed
   */
  public HelmRepository(
      HttpGetter http,
      AccessPolicy policy,
      Cache cache,
      String scope,
      Duration time,
      long maxBytes,
      Duration maxAge) {
    this.http = http;
    this.policy = policy;
    this.cache = cache;
    this.scope = scope;
    this.time = time;
    this.maxBytes = maxBytes;
    this.maxAge = maxAge;
  }

  /**
   * The version of a chart that Helm would take.
   *
   * @param wanted a version or a range; empty for the newest that is no pre-release
   * @param tried what for, as in {@code fetching chart "redis" ~1.0 from https://...}
   * @throws FetchException where there is none, or the repository cannot be asked
   */
  public IndexedChart find(
      RemoteAddress repository, String name, String wanted, String tried, String vendoring) {
    ChartIndex index =
        seen.computeIfAbsent(repository.url(), _ -> index(repository, tried, vendoring));
    List<IndexedChart> versions = index.versions(name);
    if (versions.isEmpty()) {
      throw FetchException.of(
          Kind.NOT_FOUND,
          tried,
          "the repository has no chart \"" + name + "\"",
          NearestName.of(name, index.names())
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Check the chart's name and the repository's URL."));
    }
    return VersionChoice.of(versions, wanted, tried);
  }

  private ChartIndex index(RemoteAddress repository, String tried, String vendoring) {
    String key = "index " + scope + " " + repository.url();
    Optional<CacheEntry> kept = cache.find(key);
    boolean useful = kept.isPresent() && (policy.offline() || isFresh(kept.get()));
    CacheEntry entry =
        useful
            ? kept.get()
            : cache.refresh(
                key, tried, () -> ask(question(repository, tried, vendoring), kept, tried));
    return ChartIndex.of(entry.content());
  }

  private boolean isFresh(CacheEntry kept) {
    String checked = kept.attribute(CHECKED);
    return !checked.isEmpty()
        && Instant.now().isBefore(Instant.ofEpochSecond(Long.parseLong(checked)).plus(maxAge));
  }

  private HttpQuestion question(RemoteAddress repository, String tried, String vendoring) {
    String path = repository.path();
    RemoteAddress file =
        new RemoteAddress(
            repository.scheme(),
            repository.user(),
            repository.host(),
            repository.port(),
            (path.endsWith("/") ? path : path + "/") + "index.yaml",
            repository.query());
    return HttpQuestion.of(file, maxBytes, Deadline.in(time), tried, vendoring);
  }

  private CacheEntry ask(HttpQuestion question, Optional<CacheEntry> kept, String tried) {
    HttpQuestion asked = question;
    if (kept.isPresent()) {
      asked = withHeader(asked, "If-None-Match", kept.get().attribute(ETAG));
      asked = withHeader(asked, "If-Modified-Since", kept.get().attribute(MODIFIED));
    }
    HttpAnswer answer = http.get(asked);
    if (answer.status() == NOT_MODIFIED && kept.isPresent()) {
      return new CacheEntry(kept.get().content(), checkedNow(kept.get().attributes()));
    }
    http.requireFound(answer, question);
    String raw = Digest.sha256(answer.body()).hex();
    Content compact =
        kept.filter(entry -> entry.attribute(RAW).equals(raw))
            .map(CacheEntry::content)
            .orElseGet(() -> ChartIndex.compact(answer.body(), tried));
    return new CacheEntry(
        compact,
        checkedNow(
            Map.of(
                ETAG, answer.header("etag"), MODIFIED, answer.header("last-modified"), RAW, raw)));
  }

  private static HttpQuestion withHeader(HttpQuestion question, String name, String value) {
    return value.isEmpty() ? question : question.withHeader(name, value);
  }

  private static Map<String, String> checkedNow(Map<String, String> attributes) {
    Map<String, String> changed = new HashMap<>(attributes);
    changed.put(CHECKED, Long.toString(Instant.now().getEpochSecond()));
    return changed;
  }
}
