package io.agentsrender.render.kustomization;

import io.agentsrender.kustomize.KustomizeBuilder;
import io.agentsrender.kustomize.KustomizeOptions;
import io.agentsrender.kustomize.KustomizeResult;
import io.agentsrender.kustomize.chart.ChartCapabilities;
import io.agentsrender.kustomize.chart.ChartInflator;
import io.agentsrender.kustomize.resource.DocumentCache;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.parameter.Profiles;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.port.RemoteSource;
import java.util.List;

/** Builds a kustomization as Argo CD has it built: with charts, and told of the cluster. */
public final class KustomizationRenderer {
  private final ChartInflator charts;
  private final RemoteSource remotes;
  private final DocumentCache documents;

  public KustomizationRenderer(
      ChartInflator charts, RemoteSource remotes, DocumentCache documents) {
    this.charts = charts;
    this.remotes = remotes;
    this.documents = documents;
  }

  public List<KubernetesObject> render(
      RenderRequest request, Plan.Kustomization plan, List<Problem> warnings) {
    Cluster cluster = request.cluster();
    KustomizeOptions options =
        KustomizeOptions.builder()
            .profile(Profiles.kustomize(request.parameters()))
            .budget(request.budget())
            .overrides(KustomizeOverrides.of(request.parameters(), request.application()))
            .remotes(remotes)
            .cache(documents)
            .charts(
                charts,
                new ChartCapabilities(cluster.kubeVersion().orElse(""), cluster.apiVersions()))
            .build();
    KustomizeResult result = KustomizeBuilder.build(request.tree(), plan.folder(), options);
    if (!result.isBuilt()) {
      throw new RenderException(result.problems());
    }
    warnings.addAll(result.problems());
    return result.objects();
  }
}
