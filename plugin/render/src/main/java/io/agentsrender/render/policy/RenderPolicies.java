package io.agentsrender.render.policy;

import io.agentsrender.helm.HelmLint;
import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.lint.LintMessage;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.Policies;
import io.agentsrender.policy.PolicyResult;
import io.agentsrender.policy.Release;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.settings.SettingsLayers;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.List;

/**
 * The policies of one render: they take their settings from the values of its releases, and then
 * act on its objects.
 */
public final class RenderPolicies {
  private final HelmTemplate helm;
  private final SettingsLayers settings;
  private final PolicyFacts facts;
  private final List<Release> releases = new ArrayList<>();

  /**
   * @param settings of the application, below and above those among the values of its releases
   */
  public RenderPolicies(HelmTemplate helm, SettingsLayers settings, PolicyFacts facts) {
    this.helm = helm;
    this.settings = settings;
    this.facts = facts;
  }

  /** Renders a release of the application, without the settings of policies in its values. */
  public HelmResult template(TemplateRequest request) {
    return template(request, request.namespace());
  }

  /** The same for a chart of a kustomization, whose objects may all stand elsewhere. */
  public HelmResult templatePart(TemplateRequest request) {
    return template(request, facts.namespace());
  }

  /** Lints a chart of the application, without the settings of policies in its values. */
  public List<LintMessage> lint(TemplateRequest request) {
    return HelmLint.lint(request.withForeignValues(new PolicyValues()));
  }

  private HelmResult template(TemplateRequest request, String namespace) {
    PolicyValues values = new PolicyValues();
    HelmResult result = helm.render(request.withForeignValues(values));
    releases.add(
        new Release(request.releaseName(), namespace, result.values(), values.preparation()));
    return result;
  }

  /**
   * Applies the policies to the finished objects.
   *
   * @throws RenderException where settings are wrong
   */
  public PolicyResult apply(List<KubernetesObject> objects) {
    return Policies.apply(objects, releases, settings, facts);
  }
}
