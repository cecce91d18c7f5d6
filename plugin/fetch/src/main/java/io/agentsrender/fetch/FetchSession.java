package io.agentsrender.fetch;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.chart.ChartFetch;
import io.agentsrender.fetch.chart.Charts;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.git.GitSource;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.index.HelmRepository;
import io.agentsrender.fetch.oci.RegistryCharts;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.ChartSource;
import io.agentsrender.source.port.RemoteSource;
import java.util.List;
import java.util.function.Supplier;

/** Fetches for one render. Nothing is made before it is needed. Safe for several threads. */
final class FetchSession implements RemoteSource, ChartSource {
  private final FetchSettings settings;
  private final Supplier<Connections> connections;
  private final Caller caller;
  private final Lazy<GitSource> git = new Lazy<>(this::makeGit);
  private final Lazy<HttpGetter> http = new Lazy<>(this::makeHttp);
  private final Lazy<RemoteFiles> files = new Lazy<>(this::makeFiles);
  private final Lazy<Charts> charts = new Lazy<>(this::makeCharts);

  FetchSession(FetchSettings settings, Supplier<Connections> connections, Caller caller) {
    this.settings = settings;
    this.connections = connections;
    this.caller = caller;
  }

  private Credentials credentials() {
    return Credentials.firstOf(List.of(connections.get().credentials(), caller.credentials()));
  }

  private GitSource makeGit() {
    Connections shared = connections.get();
    return new GitSource(
        settings.policy(),
        credentials(),
        shared.trust(),
        settings.knownHosts(),
        shared.cache(),
        caller.scope(),
        settings.limits().time(),
        settings.limits().bytes());
  }

  private HttpGetter makeHttp() {
    return new HttpGetter(connections.get()::client, settings.policy(), credentials());
  }

  private RemoteFiles makeFiles() {
    return new RemoteFiles(
        http.get(),
        settings.policy(),
        connections.get().cache(),
        caller.scope(),
        settings.limits());
  }

  private Charts makeCharts() {
    Connections shared = connections.get();
    AccessPolicy policy = settings.policy();
    FetchLimits limits = settings.limits();
    HelmRepository repositories =
        new HelmRepository(
            http.get(),
            policy,
            shared.cache(),
            caller.scope(),
            limits.time(),
            limits.bytes(),
            limits.indexAge());
    RegistryCharts registries =
        new RegistryCharts(http.get(), policy, credentials(), limits.time(), limits.bytes());
    ChartFetch fetch =
        new ChartFetch(
            policy,
            shared.cache(),
            caller.scope(),
            http.get(),
            repositories,
            registries,
            limits.time(),
            limits.bytes());
    return new Charts(git, fetch, shared.archives());
  }

  @Override
  public SourceTree chart(Request request) {
    return charts.get().chart(request);
  }

  @Override
  public SourceTree withDependencies(SourceTree tree, String chart) {
    return charts.get().withDependencies(tree, chart);
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
