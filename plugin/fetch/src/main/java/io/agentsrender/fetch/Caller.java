package io.agentsrender.fetch;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.askpass.CallerCredentials;
import io.agentsrender.fetch.credential.Credentials;
import java.util.Map;

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

  /**
   * The Application for which Argo CD calls a plugin. Applications of one project with the same
   * source have the same credentials, and so share what is fetched.
   *
   * @param environment of the call, and below it that of this process
   * @param forHost as {@link FetchSettings#callerForHost}
   */
  public static Caller of(Map<String, String> environment, boolean forHost) {
    Credentials credentials = CallerCredentials.of(environment, forHost);
    String scope =
        credentials instanceof CallerCredentials
            ? String.join(
                "|",
                environment.getOrDefault("ARGOCD_APP_PROJECT_NAME", ""),
                RemoteAddress.redact(environment.getOrDefault("ARGOCD_APP_SOURCE_REPO_URL", "")))
            : "";
    return new Caller(credentials, scope.replace(' ', '+'));
  }
}
