package io.agentsrender.fetch.access;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.source.NearestName;
import java.util.List;
import java.util.Optional;

/**
 * Which places may be asked. Nothing is allowed that is not named.
 *
 * @param hosts that may be asked
 * @param offline whether only what is in the cache is given, whatever the hosts
 */
public record AccessPolicy(List<HostPattern> hosts, boolean offline) {
  /** The default: nothing is fetched. */
  public static final AccessPolicy NOTHING = new AccessPolicy(List.of(), false);

  public AccessPolicy {
    hosts = List.copyOf(hosts);
  }

  /**
   * Passes where the place may be asked.
   *
   * @param tried what it would be asked for
   * @param vendoring how to do without
   * @throws FetchException where it may not
   */
  public void requireAllowed(RemoteAddress address, String tried, String vendoring) {
    List<HostPattern> matching = hosts.stream().filter(host -> host.matches(address)).toList();
    if (matching.isEmpty()) {
      throw FetchException.of(
          Kind.NOT_ALLOWED,
          tried,
          notAllowed(address),
          vendoring
              + " Or allow the host: --allow-host "
              + (address.scheme() == Scheme.HTTP ? "http://" : "")
              + address.authority()
              + " on the command line, AGENTS_RENDER_ALLOW_HOSTS in the sidecar.");
    }
    if (address.scheme() == Scheme.HTTP && matching.stream().noneMatch(HostPattern::plain)) {
      throw FetchException.of(
          Kind.NOT_ALLOWED,
          tried,
          "the host " + address.authority() + " is allowed, but not over plain HTTP",
          "Use https://, or allow http://" + address.authority() + " if its network is trusted.");
    }
  }

  private String notAllowed(RemoteAddress address) {
    if (hosts.isEmpty()) {
      return "no host is allowed, so that no connection is opened";
    }
    Optional<String> near =
        NearestName.of(address.authority(), hosts.stream().map(HostPattern::toString).toList());
    return "the host "
        + address.authority()
        + " is not among the allowed ones"
        + near.map(name -> " (the nearest is " + name + ")").orElse("");
  }

  /**
   * Passes where a connection may be opened.
   *
   * @throws FetchException where only the cache may be used
   */
  public void requireOnline(RemoteAddress address, String tried) {
    if (offline) {
      throw FetchException.of(
          Kind.OFFLINE,
          tried,
          "it is not in the cache, and offline no connection is opened to " + address.authority(),
          "Render once without --offline (AGENTS_RENDER_OFFLINE) and with the same cache.");
    }
  }

  /** Whether registries and repositories at this host are asked over plain HTTP. */
  public boolean isPlain(RemoteAddress address) {
    return hosts.stream().anyMatch(host -> host.matches(address) && host.plain());
  }
}
