package io.agentsrender.render.policy;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.settings.SettingsLayers;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies of an application. In rising order their settings are those of the repository, of
 * the values of each release, of component.yaml, and of the parameters.
 */
public final class ApplicationPolicies {
  private ApplicationPolicies() {}

  /**
   * The policies, before anything is rendered.
   *
   * @throws RenderException where the settings of the parameters are no map
   */
  public static RenderPolicies of(
      HelmTemplate helm, RenderRequest request, Plan plan, RepositorySettings repository) {
    Optional<Component> component = component(plan);
    List<MapNode> overrides =
        Stream.of(component.flatMap(Component::policies), ofParameters(request))
            .flatMap(Optional::stream)
            .toList();
    return new RenderPolicies(
        helm,
        new SettingsLayers(repository.policies().orElse(SettingsLayers.NONE), overrides),
        facts(request, component));
  }

  private static Optional<MapNode> ofParameters(RenderRequest request) {
    return request
        .parameters()
        .string(ParameterTable.POLICIES)
        .flatMap(text -> SettingsText.read(text, "the parameter policies"));
  }

  private static PolicyFacts facts(RenderRequest request, Optional<Component> component) {
    String namespace = request.application().namespace();
    return new PolicyFacts(
        namespace.isEmpty() ? "default" : namespace,
        request.cluster().apiVersions(),
        request.parameters().string(ParameterTable.ENVIRONMENT).filter(name -> !name.isEmpty()),
        component.flatMap(it -> it.labels().rolloutPhase()).map(PlacedText::text));
  }

  private static Optional<Component> component(Plan plan) {
    return switch (plan) {
      case Plan.ComponentChart chart -> Optional.of(chart.component());
      case Plan.ComponentManifests manifests -> Optional.of(manifests.component());
      case Plan.Chart _, Plan.HelmSource _, Plan.Kustomization _, Plan.ManifestFolder _ ->
          Optional.empty();
    };
  }
}
