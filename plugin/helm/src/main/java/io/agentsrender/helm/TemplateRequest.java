package io.agentsrender.helm;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.source.Content;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that decides what {@code helm template} gives. Starts with {@link #of}; the {@code with}
 * methods change one thing each.
 *
 * @param chart where the chart is
 * @param releaseName {@code .Release.Name}
 * @param namespace {@code .Release.Namespace}
 * @param profile the release of Helm to be exact with
 * @param values files of values; the last one wins
 * @param setFlags single values above all files
 * @param files finds the files that {@code --set-file} names
 * @param kubeVersion {@code --kube-version}; empty for the profile's own
 * @param apiVersions {@code --api-versions}, on top of the profile's own
 * @param upgrade {@code --is-upgrade}
 * @param skipSchemaValidation {@code --skip-schema-validation}
 * @param foreignValues which of the given values neither the chart nor its schema get to see
 * @param withNodes whether {@link io.agentsrender.helm.output.ReleaseDocument#node} will be asked
 *     for, so that documents are read but once; it changes no answer
 * @param host time and randomness
 * @param meter counts what the render uses
 */
public record TemplateRequest(
    ChartLocation chart,
    String releaseName,
    String namespace,
    HelmProfile profile,
    List<ValuesSource> values,
    List<SetFlag> setFlags,
    Function<String, Optional<Content>> files,
    Optional<String> kubeVersion,
    List<String> apiVersions,
    boolean upgrade,
    boolean skipSchemaValidation,
    ForeignValues foreignValues,
    boolean withNodes,
    Host host,
    Meter meter) {

  public TemplateRequest {
    values = List.copyOf(values);
    setFlags = List.copyOf(setFlags);
    apiVersions = List.copyOf(apiVersions);
  }

  /**
   * A release of a chart with its own values, in namespace {@code default}, as Helm 3.19 does it.
   */
  public static TemplateRequest of(ChartLocation chart, String releaseName, Host host) {
    return new TemplateRequest(
        chart,
        releaseName,
        "default",
        HelmProfile.DEFAULT,
        List.of(),
        List.of(),
        _ -> Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        false,
        ForeignValues.NONE,
        false,
        host,
        Budget.DEFAULT.meter());
  }

  public TemplateRequest withChart(ChartLocation chart) {
    return changed(draft -> draft.chart = chart);
  }

  public TemplateRequest withNamespace(String namespace) {
    return changed(draft -> draft.namespace = namespace);
  }

  public TemplateRequest withProfile(HelmProfile profile) {
    return changed(draft -> draft.profile = profile);
  }

  public TemplateRequest withValues(List<ValuesSource> values) {
    return changed(draft -> draft.values = values);
  }

  public TemplateRequest withSetFlags(List<SetFlag> setFlags) {
    return changed(draft -> draft.setFlags = setFlags);
  }

  public TemplateRequest withFiles(Function<String, Optional<Content>> files) {
    return changed(draft -> draft.files = files);
  }

  public TemplateRequest withKubeVersion(Optional<String> kubeVersion) {
    return changed(draft -> draft.kubeVersion = kubeVersion);
  }

  public TemplateRequest withApiVersions(List<String> apiVersions) {
    return changed(draft -> draft.apiVersions = apiVersions);
  }

  public TemplateRequest withUpgrade(boolean upgrade) {
    return changed(draft -> draft.upgrade = upgrade);
  }

  public TemplateRequest withSkipSchemaValidation(boolean skipSchemaValidation) {
    return changed(draft -> draft.skipSchemaValidation = skipSchemaValidation);
  }

  public TemplateRequest withForeignValues(ForeignValues foreignValues) {
    return changed(draft -> draft.foreignValues = foreignValues);
  }

  public TemplateRequest withNodes(boolean withNodes) {
    return changed(draft -> draft.withNodes = withNodes);
  }

  public TemplateRequest withMeter(Meter meter) {
    return changed(draft -> draft.meter = meter);
  }

  private TemplateRequest changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.request();
  }

  /** A copy that one thing is changed in. */
  private static final class Draft {
    private ChartLocation chart;
    private final String releaseName;
    private String namespace;
    private HelmProfile profile;
    private List<ValuesSource> values;
    private List<SetFlag> setFlags;
    private Function<String, Optional<Content>> files;
    private Optional<String> kubeVersion;
    private List<String> apiVersions;
    private boolean upgrade;
    private boolean skipSchemaValidation;
    private ForeignValues foreignValues;
    private boolean withNodes;
    private final Host host;
    private Meter meter;

    Draft(TemplateRequest request) {
      chart = request.chart;
      releaseName = request.releaseName;
      namespace = request.namespace;
      profile = request.profile;
      values = request.values;
      setFlags = request.setFlags;
      files = request.files;
      kubeVersion = request.kubeVersion;
      apiVersions = request.apiVersions;
      upgrade = request.upgrade;
      skipSchemaValidation = request.skipSchemaValidation;
      foreignValues = request.foreignValues;
      withNodes = request.withNodes;
      host = request.host;
      meter = request.meter;
    }

    TemplateRequest request() {
      return new TemplateRequest(
          chart,
          releaseName,
          namespace,
          profile,
          values,
          setFlags,
          files,
          kubeVersion,
          apiVersions,
          upgrade,
          skipSchemaValidation,
          foreignValues,
          withNodes,
          host,
          meter);
    }
  }
}
