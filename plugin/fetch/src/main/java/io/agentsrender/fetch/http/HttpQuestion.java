package io.agentsrender.fetch.http;

import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a server.
 *
 * @param headers beside the one that says who asks
 * @param authorization the value of that one, the empty text for none; absent for what the
 *     credentials say
 * @param maxBytes of the answer
 * @param tried what it is asked for, as in {@code fetching chart "redis" 1.0.0 from ...}
 * @param vendoring how to do without asking, for the error where asking is not allowed
 */
public record HttpQuestion(
    RemoteAddress address,
    Map<String, String> headers,
    Optional<String> authorization,
    long maxBytes,
    Deadline deadline,
    String tried,
    String vendoring) {
  public HttpQuestion {
    headers = Map.copyOf(headers);
  }

  public static HttpQuestion of(
      RemoteAddress address, long maxBytes, Deadline deadline, String tried, String vendoring) {
    return new HttpQuestion(
        address, Map.of(), Optional.empty(), maxBytes, deadline, tried, vendoring);
  }

  public HttpQuestion withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpQuestion(address, more, authorization, maxBytes, deadline, tried, vendoring);
  }

  /** Shows this rather than what the credentials say; the empty text for nothing. */
  public HttpQuestion withAuthorization(String value) {
    return new HttpQuestion(
        address, headers, Optional.of(value), maxBytes, deadline, tried, vendoring);
  }
}
