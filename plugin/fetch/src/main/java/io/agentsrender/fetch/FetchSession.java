package io.agentsrender.fetch;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.git.GitSource;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.source.Content;
import io.agentsrender.source.RemoteSource;
import io.agentsrender.source.SourceTree;
import java.util.List;
import java.util.function.Supplier;

/** Fetches for one render. Safe for several threads. */
final class FetchSession implements RemoteSource {
  private final Supplier<GitSource> git;
  private final Supplier<RemoteFiles> files;

  FetchSession(FetchSettings settings, Supplier<Connections> connections, Caller caller) {
    FetchLimits limits = settings.limits();
    this.git =
        new Lazy<>(() -> {
          Connections shared = connections.get();
          return new GitSource(
              settings.policy(),
              credentials(shared, caller),
              shared.trust(),
              settings.knownHosts(),
              shared.cache(),
              caller.scope(),
              limits.time(),
              limits.bytes());
        });
    this.files =
        new Lazy<>(() -> {
          Connections shared = connections.get();
          HttpGetter http =
              new HttpGetter(shared::client, settings.policy(), credentials(shared, caller));
          return new RemoteFiles(http, settings.policy(), shared.cache(), caller.scope(), limits);
        });
  }

  private static Credentials credentials(Connections shared, Caller caller) {
    return Credentials.firstOf(List.of(shared.credentials(), caller.credentials()));
  }

  @Override
  public Content file(String url) {
    return files.get().file(url);
  }

  @Override
  public SourceTree repository(String url, String revision) {
    String tried =
        "fetching " + RemoteAddress.redact(url) + (revision.isEmpty() ? "" : " at " + revision);
    RemoteAddress address = RemoteAddress.parse(url, tried);
    return switch (address.scheme()) {
      case HTTP, HTTPS, SSH -> git.get().tree(address, revision);
      case OCI ->
          throw FetchException.of(
              Kind.BAD_ADDRESS,
              tried,
              "a registry holds no git repository",
              "Name a git repository, by https:// or ssh.");
    };
  }
}
