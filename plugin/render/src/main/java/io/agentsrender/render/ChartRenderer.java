package io.agentsrender.render;

import io.agentsrender.helm.ChartLocation;
import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.ValuesSource;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.values.ValueFileResolver;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders a chart as Argo CD has Helm render it: with CRDs and hooks, for the facts of the
 * application.
 */
final class ChartRenderer {
  private final HelmTemplate helm;

  ChartRenderer(HelmTemplate helm) {
    this.helm = helm;
  }

  List<KubernetesObject> render(RenderRequest request, Plan.Chart plan, List<Problem> warnings) {
    LiveHost host = new LiveHost(Clock.systemUTC());
    String release = releaseName(request);
    HelmResult result = helm.render(templateRequest(request, plan, release, host, warnings));
    warnings.addAll(result.warnings());
    warnings.addAll(host.warnings(plan.folder()));
    ParameterValues parameters = request.parameters();
    return new ReleaseObjects(release)
        .of(
            result,
            !parameters.isTrue(ParameterTable.SKIP_CRDS),
            !parameters.isTrue(ParameterTable.SKIP_TESTS));
  }

  /** Argo CD's rule: the application's name unless another is set. */
  private static String releaseName(RenderRequest request) {
    return request
        .parameters()
        .string(ParameterTable.RELEASE_NAME)
        .filter(name -> !name.isEmpty())
        .orElse(request.application().name());
  }

  private static TemplateRequest templateRequest(
      RenderRequest request,
      Plan.Chart plan,
      String release,
      LiveHost host,
      List<Problem> warnings) {
    ParameterValues parameters = request.parameters();
    String namespace = request.application().namespace();
    return TemplateRequest.of(
            new ChartLocation.Folder(request.tree(), plan.folder()), release, host)
        .withNamespace(namespace.isEmpty() ? "default" : namespace)
        .withProfile(Profiles.helm(parameters))
        .withValues(values(request, plan, warnings))
        .withSetFlags(setFlags(parameters))
        .withKubeVersion(request.cluster().kubeVersion())
        .withApiVersions(request.cluster().apiVersions())
        .withSkipSchemaValidation(parameters.isTrue(ParameterTable.SKIP_SCHEMA_VALIDATION))
        .withMeter(request.budget().meter());
  }

  /** The value files, and above them the values given as text. */
  private static List<ValuesSource> values(
      RenderRequest request, Plan.Chart plan, List<Problem> warnings) {
    ParameterValues parameters = request.parameters();
    boolean ignoreMissing = parameters.isTrue(ParameterTable.IGNORE_MISSING_VALUES_FILES);
    ValueFileResolver resolver =
        new ValueFileResolver(request.tree(), plan.folder(), ignoreMissing);
    List<ValuesSource> sources = new ArrayList<>();
    resolver
        .resolve(parameters.array(ParameterTable.VALUES_FILES), warnings)
        .forEach(file -> sources.add(new ValuesSource(file.path(), file.content())));
    Optional<String> text = parameters.string(ParameterTable.VALUES);
    text.ifPresent(
        values -> sources.add(new ValuesSource("the parameter values", Content.ofText(values))));
    return sources;
  }

  private static List<SetFlag> setFlags(ParameterValues parameters) {
    List<SetFlag> flags = new ArrayList<>();
    parameters
        .assignments(ParameterTable.SET)
        .forEach(text -> flags.add(new SetFlag(SetFlag.Kind.TYPED, text)));
    parameters
        .assignments(ParameterTable.SET_STRING)
        .forEach(text -> flags.add(new SetFlag(SetFlag.Kind.STRING, text)));
    return flags;
  }
}
