package io.agentsrender.fetch.credential;

import io.agentsrender.fetch.access.RemoteAddress;
import java.util.List;
import java.util.Optional;

/** Knows what to show at which address. Asked at every connection, so that files may be renewed. */
public interface Credentials {
  /**
   * The credential for an address; empty where it is asked without.
   *
   * @throws io.agentsrender.fetch.failure.FetchException where there is one that cannot be read
   */
  Optional<Credential> find(RemoteAddress address);

  /** No credentials at all. */
  static Credentials none() {
    return _ -> Optional.empty();
  }

  /** The first of several that knows one. */
  static Credentials firstOf(List<Credentials> several) {
    List<Credentials> all = List.copyOf(several);
    return address ->
        all.stream().flatMap(credentials -> credentials.find(address).stream()).findFirst();
  }
}
