package io.agentsrender.fetch;

import io.agentsrender.fetch.credential.Credentials;

/**
 * For whom something is fetched.
 *
 * @param credentials that the caller brings along, for when no configured ones apply
 * @param scope whom these credentials belong to: what is fetched for one scope is not given to
 *     another from the cache. Nothing secret; empty where the caller brings none
 */
public record Caller(Credentials credentials, String scope) {
  /** One who brings nothing. */
  public static final Caller ANYONE = new Caller(Credentials.none(), "");
}
