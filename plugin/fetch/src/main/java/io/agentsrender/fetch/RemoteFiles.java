package io.agentsrender.fetch;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.cache.Cache;
import io.agentsrender.fetch.cache.CacheEntry;
import io.agentsrender.fetch.http.HttpAnswer;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.http.HttpQuestion;
import io.agentsrender.source.Content;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Single files by their URLs, each asked for once in a render. */
final class RemoteFiles {
  private static final String VENDORING = "Copy the file into the repository.";

  private final HttpGetter http;
  private final AccessPolicy policy;
  private final Cache cache;
  private final String scope;
  private final FetchLimits limits;
  private final ConcurrentMap<String, Content> files = new ConcurrentHashMap<>();

  RemoteFiles(HttpGetter http, AccessPolicy policy, Cache cache, String scope, FetchLimits limits) {
    this.http = http;
    this.policy = policy;
    this.cache = cache;
    this.scope = scope;
    this.limits = limits;
  }

  Content file(String url) {
    return files.computeIfAbsent(url, this::get);
  }

  private Content get(String url) {
    String tried = "fetching " + RemoteAddress.redact(url);
    RemoteAddress address = RemoteAddress.parse(url, tried);
    policy.requireAllowed(address, tried, VENDORING);
    String key = "file " + scope + " " + address.url();
    Optional<CacheEntry> kept = policy.offline() ? cache.find(key) : Optional.empty();
    return kept.orElseGet(() -> cache.refresh(key, tried, () -> fetched(address, tried))).content();
  }

  private CacheEntry fetched(RemoteAddress address, String tried) {
    HttpAnswer answer =
        http.getFound(
            HttpQuestion.of(address, limits.bytes(), Deadline.in(limits.time()), tried, VENDORING));
    return CacheEntry.of(Content.ofOwned(answer.body()));
  }
}
