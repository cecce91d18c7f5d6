package io.agentsrender.fetch.chart;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.cache.Cache;
import io.agentsrender.fetch.cache.CacheEntry;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.http.HttpQuestion;
import io.agentsrender.fetch.index.HelmRepository;
import io.agentsrender.fetch.index.IndexedChart;
import io.agentsrender.fetch.index.VersionChoice;
import io.agentsrender.fetch.oci.RegistryCharts;
import io.agentsrender.fetch.oci.RegistryReference;
import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.port.ChartSource.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The archives of charts in registries and chart repositories. A version that was fetched once is
 * not asked for again.
 */
public final class ChartFetch {
  static final String VENDORING = "Keep the chart unpacked in the repository.";

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final String DIGEST = "sha256:";
  private static final String VERSION = "version";

  private final AccessPolicy policy;
  private final Cache cache;
  private final String scope;
  private final HttpGetter http;
  private final HelmRepository repositories;
  private final RegistryCharts registries;
  private final Duration time;
  private final long maxBytes;

  /**
   * @param scope as of {@link io.agentsrender.fetch.git.GitSource}
   */
  public ChartFetch(
      AccessPolicy policy,
      Cache cache,
      String scope,
      HttpGetter http,
      HelmRepository repositories,
      RegistryCharts registries,
      Duration time,
      long maxBytes) {
    this.policy = policy;
    this.cache = cache;
    this.scope = scope;
    this.http = http;
    this.repositories = repositories;
    this.registries = registries;
    this.time = time;
    this.maxBytes = maxBytes;
  }

  /**
   * A chart's archive.
   *
   * @param version that it was found as; empty where only its digest is known
   */
  public record Archive(String version, Content content) {}

  /**
   * The archive of the chart that Helm would take.
   *
   * @throws FetchException where it is refused or cannot be had
   */
  public Archive archive(RemoteAddress repository, Request request, String tried) {
    policy.requireAllowed(repository, tried, VENDORING);
    String key =
        String.join(" ", "chart", scope, repository.url(), request.name(), request.version());
    boolean pinned = VersionChoice.isExact(request.version()) || request.version().contains(DIGEST);
    if (!pinned && !policy.offline()) {
      CacheEntry entry = newest(repository, request, tried);
      cache.put(key, entry);
      return archive(entry);
    }
    return archive(cache.get(key, tried, () -> newest(repository, request, tried)));
  }

  private static Archive archive(CacheEntry entry) {
    return new Archive(entry.attribute(VERSION), entry.content());
  }

  private CacheEntry newest(RemoteAddress repository, Request request, String tried) {
    return repository.scheme() == Scheme.OCI
        ? fromRegistry(repository, request, tried)
        : fromRepository(repository, request, tried);
  }

  private CacheEntry fromRegistry(RemoteAddress repository, Request request, String tried) {
    RegistryReference place = RegistryReference.parse(repository, tried).below(request.name());
    RegistryReference pinned = pin(place, request.version(), tried);
    try {
      return archive(pinned, tried);
    } catch (FetchException e) {
      String last = repository.path().substring(repository.path().lastIndexOf('/') + 1);
      if (e.kind() == Kind.NOT_FOUND && !request.name().isEmpty()) {
        throw FetchException.of(
            Kind.NOT_FOUND,
            tried,
            "the registry has no " + pinned + ", or not for these credentials",
            last.equals(request.name())
                ? "The URL ends in the chart's name already: leave its last part off."
                : "Check the version; if the URL names the chart itself, \""
                    + last
                    + "\" is the chart's name, and to be left off the URL.");
      }
      throw e;
    }
  }

  private RegistryReference pin(RegistryReference place, String version, String tried) {
    int at = version.indexOf(DIGEST);
    if (at >= 0) {
      return place.withDigest(version.substring(at), tried);
    }
    if (!place.digest().isEmpty() || version.isEmpty() && !place.tag().isEmpty()) {
      return place;
    }
    return registries.resolve(place, version, tried, VENDORING);
  }

  /** What a tag stands for now is kept by the digest of its archive. */
  private CacheEntry archive(RegistryReference reference, String tried) {
    return known(
        "registry " + reference,
        reference.tag().replace('_', '+'),
        VersionChoice.isExact(reference.tag().replace('_', '+')) || !reference.digest().isEmpty(),
        tried,
        () -> registries.archive(reference, tried, VENDORING));
  }

  private CacheEntry fromRepository(RemoteAddress repository, Request request, String tried) {
    IndexedChart chart =
        repositories.find(repository, request.name(), request.version(), tried, VENDORING);
    if (chart.urls().isEmpty()) {
      throw FetchException.of(
          Kind.NOT_FOUND,
          tried,
          "version " + chart.version() + " has no downloadable URLs in the index",
          "Take another version, or tell whoever runs the repository.");
    }
    RemoteAddress place = place(repository, chart.urls().getFirst(), tried);
    if (place.scheme() == Scheme.OCI) {
      return archive(RegistryReference.parse(place, tried), tried);
    }
    return known(
        "archive " + place.url() + " " + chart.digest(),
        chart.version(),
        true,
        tried,
        () -> download(place, chart, tried));
  }

  private CacheEntry known(
      String key,
      String version,
      boolean immutable,
      String tried,
      java.util.function.Supplier<Content> fetch) {
    java.util.function.Supplier<CacheEntry> entry =
        () -> new CacheEntry(fetch.get(), java.util.Map.of(VERSION, version));
    return immutable
        ? cache.get(scope + " " + key, tried, entry)
        : cache.refresh(scope + " " + key, tried, entry);
  }

  /** A relative URL is below the repository's (pkg/repo/chartrepo.go, ResolveReferenceURL). */
  private static RemoteAddress place(RemoteAddress repository, String url, String tried) {
    try {
      URI reference = URI.create(url);
      if (reference.isAbsolute()) {
        return RemoteAddress.parse(url, tried);
      }
      String path = repository.path().replaceAll("/+$", "") + "/";
      RemoteAddress resolved =
          RemoteAddress.parse(
              URI.create(repository.withPath(path).url()).resolve(reference).toString(), tried);
      return new RemoteAddress(
          resolved.scheme(),
          "",
          resolved.host(),
          resolved.port(),
          resolved.path(),
          repository.query());
    } catch (IllegalArgumentException e) {
      throw FetchException.of(
          Kind.MALFORMED,
          tried,
          "the index gives \"" + RemoteAddress.redact(url) + "\" as the chart's URL",
          "Tell whoever runs the repository.");
    }
  }

  private Content download(RemoteAddress place, IndexedChart chart, String tried) {
    HttpQuestion question = HttpQuestion.of(place, maxBytes, Deadline.in(time), tried, VENDORING);
    Content archive = Content.ofOwned(http.getFound(question).body());
    String wanted = chart.digest().toLowerCase(Locale.ROOT).replaceFirst("^" + DIGEST, "");
    Optional<Digest> digest =
        Optional.of(wanted).filter(hex -> SHA_256.matcher(hex).matches()).map(Digest::new);
    if (digest.isPresent() && !digest.get().equals(archive.digest())) {
      throw FetchException.of(
          Kind.DIGEST_MISMATCH,
          tried,
          place + " has the digest " + archive.digest() + ", but the index says " + digest.get(),
          "Do not use it: something on the way changed it, or the repository's index is out of"
              + " date.");
    }
    return archive;
  }
}
