package io.agentsrender.cli.sidecar;

import io.agentsrender.fetch.Caller;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.fetch.askpass.CallerCredentials;
import io.agentsrender.fetch.cluster.ClusterApplications;
import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderProgress;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.rpc.Renderer;
import io.agentsrender.source.cache.CacheUsage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Renders for the sidecar: every call fetches with the credentials that Argo CD hands over for it,
 * and none of them is left in what templates see.
 */
public final class FetchingRenderer implements Renderer {
  private static final String SOCKET = "ARGOCD_ASK_PASS_SOCK";

  private final Engine engine;
  private final Fetcher fetcher;
  private final Map<String, String> environment;
  private final Optional<ClusterApplications> applications;

  /**
   * @param environment of this process
   */
  public FetchingRenderer(Engine engine, Fetcher fetcher, Map<String, String> environment) {
    this(engine, fetcher, environment, ClusterApplications.MOUNTED);
  }

  /**
   * @param serviceAccount the folder in which the pod's service account is mounted
   * @throws io.agentsrender.source.RenderException where Applications are to be read outside of a
   *     cluster
   */
  public FetchingRenderer(
      Engine engine, Fetcher fetcher, Map<String, String> environment, Path serviceAccount) {
    this.engine = engine;
    this.fetcher = fetcher;
    this.environment = environment;
    this.applications =
        fetcher.settings().readsApplications()
            ? Optional.of(new ClusterApplications(environment, serviceAccount))
            : Optional.empty();
  }

  /**
   * The renderer, with the cache open and the configured files read where anything may be fetched.
   *
   * @throws io.agentsrender.source.RenderException where something is wrong with them
   */
  public Renderer prepared() {
    if (!fetcher.settings().policy().hosts().isEmpty()) {
      fetcher.prepare();
    }
    applications.ifPresent(ClusterApplications::prepare);
    return this;
  }

  @Override
  public Map<String, Supplier<CacheUsage>> caches() {
    Map<String, Supplier<CacheUsage>> caches = new HashMap<>(engine.caches());
    caches.put("fetched", fetcher::usage);
    return caches;
  }

  @Override
  public RenderResult render(RenderRequest request) {
    return render(request, RenderProgress.UNWATCHED);
  }

  @Override
  public RenderResult render(RenderRequest request, RenderProgress progress) {
    Application application = request.application();
    Map<String, String> call = new HashMap<>(application.environment());
    Map<String, String> visible = new HashMap<>(call);
    visible.keySet().removeAll(CallerCredentials.VARIABLES);
    if (environment.containsKey(SOCKET)) {
      call.put(SOCKET, environment.getOrDefault(SOCKET, ""));
    }
    call.putIfAbsent("ARGOCD_APP_PROJECT_NAME", application.project());
    Caller caller = Caller.of(call, fetcher.settings().callerForHost());
    RenderRequest bare =
        request.withApplication(
            new Application(
                application.name(),
                application.namespace(),
                application.project(),
                application.revision(),
                visible));
    return engine.render(bare, fetcher.remotes(caller), () -> refs(application.name()), progress);
  }

  /** Those that the Application itself declares. */
  private Map<String, RefTarget> refs(String application) {
    return applications
        .map(cluster -> ApplicationSource.refTargets(cluster.read(application).sources()))
        .orElse(Map.of());
  }
}
