package io.agentsrender.cli.command;

import io.agentsrender.fetch.Caller;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.fetch.askpass.CallerCredentials;
import io.agentsrender.render.Application;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderRequest;
import io.agentsrender.render.RenderResult;
import io.agentsrender.server.rpc.Renderer;
import java.util.HashMap;
import java.util.Map;

/**
 * Renders for the sidecar: every call fetches with the credentials that Argo CD hands over for it,
 * and none of them is left in what templates see.
 */
public final class FetchingRenderer {
  private static final String SOCKET = "ARGOCD_ASK_PASS_SOCK";

  private final Engine engine;
  private final Fetcher fetcher;
  private final Map<String, String> environment;

  /**
   * @param environment of this process
   */
  public FetchingRenderer(Engine engine, Fetcher fetcher, Map<String, String> environment) {
    this.engine = engine;
    this.fetcher = fetcher;
    this.environment = environment;
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
    return this::render;
  }

  private RenderResult render(RenderRequest request) {
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
    return engine.render(bare, fetcher.remotes(caller));
  }
}
