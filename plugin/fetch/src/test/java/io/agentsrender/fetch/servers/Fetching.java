package io.agentsrender.fetch.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.fetch.Caller;
import io.agentsrender.fetch.FetchLimits;
import io.agentsrender.fetch.FetchSettings;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.ChartSource;
import io.agentsrender.source.port.Remotes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Fetchers for tests. */
public final class Fetching {
  private AccessPolicy policy;
  private Optional<Path> cacheFolder = Optional.empty();
  private Optional<Path> credentials = Optional.empty();
  private FetchLimits limits = FetchLimits.DEFAULT;

  private Fetching(AccessPolicy policy) {
    this.policy = policy;
  }

  /** With these hosts allowed, in the form of {@code --allow-host}. */
  public static Fetching from(String... hosts) {
    return new Fetching(
        new AccessPolicy(
            Arrays.stream(hosts).map(host -> HostPattern.parse(host, "--allow-host")).toList(),
            false));
  }

  /** With the whole loopback interface allowed, over plain HTTP. */
  public static Fetching fromLoopback() {
    return from("http://127.0.0.1");
  }

  public Fetching withCache(Path folder) {
    cacheFolder = Optional.of(folder);
    return this;
  }

  public Fetching withCredentials(Path file) {
    credentials = Optional.of(file);
    return this;
  }

  public Fetching withLimits(FetchLimits limits) {
    this.limits = limits;
    return this;
  }

  /** Indexes are asked for in every render. */
  public Fetching withoutIndexAge() {
    return withLimits(limits.withIndexAge(Duration.ZERO));
  }

  public Fetching offline() {
    policy = new AccessPolicy(policy.hosts(), true);
    return this;
  }

  public FetchLimits limits() {
    return limits;
  }

  /** A fetcher that knows nothing but the settings, as a new process has it. */
  public Fetcher fetcher() {
    FetchSettings others = FetchSettings.NOTHING;
    return new Fetcher(
        new FetchSettings(
            policy,
            cacheFolder,
            others.cacheBytes(),
            credentials,
            others.repositorySecrets(),
            others.certificates(),
            others.knownHosts(),
            others.callerForHost(),
            others.readsApplications(),
            limits));
  }

  /** One render of a new process. */
  public Remotes render() {
    return fetcher().remotes(Caller.ANYONE);
  }

  /** A chart as one render of a new process gets it. */
  public SourceTree chart(String repository, String name, String version) {
    return render().charts().chart(new ChartSource.Request(repository, name, version));
  }

  /** The version that such a chart says of itself. */
  public String version(String repository, String name, String version) {
    return versionOf(chart(repository, name, version));
  }

  public static String versionOf(SourceTree chart) {
    return chart
        .file("Chart.yaml")
        .map(Content::text)
        .orElse("")
        .lines()
        .filter(line -> line.startsWith("version: "))
        .map(line -> line.substring("version: ".length()))
        .findFirst()
        .orElse("");
  }

  /** That a call fails so. */
  public static AbstractThrowableAssert<?, ?> assertFails(Kind kind, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FetchException.class,
            e -> {
              assertThat(e.kind()).as(e.toString()).isEqualTo(kind);
              assertThat(e.problems().getFirst().advice()).as("advice").isPresent();
            });
  }
}
