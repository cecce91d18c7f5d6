package io.agentsrender.fetch;

import io.agentsrender.fetch.cache.Cache;
import io.agentsrender.fetch.chart.ChartArchive;
import io.agentsrender.fetch.credential.CredentialFile;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.credential.RepositorySecrets;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.http.TrustedCertificates;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all sessions share. */
final class Connections {
  /**
   * Charts and values of a render are small; what is held here need not be read and checked again.
   */
  private static final long MOST_IN_MEMORY = 64L << 20;

  private final TrustedCertificates trust;
  private final Cache cache;
  private final Credentials credentials;
  private final ChartArchive archives = new ChartArchive();
  private @Nullable HttpClient client;

  Connections(FetchSettings settings) {
    long memory = Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / 16);
    this.trust = new TrustedCertificates(settings.certificates());
    this.cache =
        settings
            .cacheFolder()
            .map(folder -> Cache.in(folder, settings.cacheBytes(), memory))
            .orElseGet(() -> Cache.inMemory(memory));
    List<Credentials> all = new ArrayList<>();
    settings.credentials().map(CredentialFile::read).ifPresent(all::add);
    settings.repositorySecrets().map(RepositorySecrets::new).ifPresent(all::add);
    this.credentials = Credentials.firstOf(all);
  }

  TrustedCertificates trust() {
    return trust;
  }

  Cache cache() {
    return cache;
  }

  ChartArchive archives() {
    return archives;
  }

  /** Those of the configuration. */
  Credentials credentials() {
    return credentials;
  }

  /** Made on first use: it costs more than many a render. */
  synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made = HttpGetter.client(trust);
      client = made;
    }
    return made;
  }
}
