package io.agentsrender.fetch;

import io.agentsrender.fetch.access.AccessPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be fetched, and how.
 *
 * @param cacheFolder where what was fetched is kept; in memory only without one
 * @param cacheBytes how large that may become
 * @param credentials a file of rules that say which files hold the credentials of which host
 * @param repositorySecrets a folder below which Argo CD repository Secrets are mounted
 * @param certificates certificate authorities trusted beside the JDK's: a PEM file, or a folder
 * @param knownHosts the ssh servers that are trusted
 * @param callerForHost whether the credentials that Argo CD hands over for the application's own
 *     repository also serve for other repositories of the same host
 * @param readsApplications whether refs are taken from the Application in the cluster where nothing
 *     else declares them
 */
public record FetchSettings(
    AccessPolicy policy,
    Optional<Path> cacheFolder,
    long cacheBytes,
    Optional<Path> credentials,
    Optional<Path> repositorySecrets,
    Optional<Path> certificates,
    Optional<Path> knownHosts,
    boolean callerForHost,
    boolean readsApplications,
    FetchLimits limits) {
  private static final long DEFAULT_CACHE_BYTES = 2L << 30;

  /** The default: nothing is fetched. */
  public static final FetchSettings NOTHING =
      new FetchSettings(
          AccessPolicy.NOTHING,
          Optional.empty(),
          DEFAULT_CACHE_BYTES,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          FetchLimits.DEFAULT);

  /**
   * Reads the settings.
   *
   * @param flags what the command line says; it counts before the environment
   * @param folder against which relative paths are meant
   * @throws io.agentsrender.source.RenderException with everything that is wrong with them
   */
  public static FetchSettings read(
      Map<FetchSetting, List<String>> flags, Map<String, String> environment, Path folder) {
    return new SettingsReader(flags, environment, folder).read();
  }

  /** The same with these ssh servers trusted, where none are configured. */
  public FetchSettings withDefaultKnownHosts(Path file) {
    return knownHosts.isPresent()
        ? this
        : new FetchSettings(
            policy,
            cacheFolder,
            cacheBytes,
            credentials,
            repositorySecrets,
            certificates,
            Optional.of(file),
            callerForHost,
            readsApplications,
            limits);
  }
}
