package io.agentsrender.helm;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.source.Budget;
import io.agentsrender.source.Content;
import io.agentsrender.source.Meter;
import java.util.List;
import java.util.Optional;
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
        host,
        Budget.DEFAULT.meter());
  }

  public TemplateRequest withChart(ChartLocation chart) {
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
        host,
        meter);
  }

  public TemplateRequest withNamespace(String namespace) {
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
        host,
        meter);
  }

  public TemplateRequest withProfile(HelmProfile profile) {
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
        host,
        meter);
  }

  public TemplateRequest withValues(List<ValuesSource> values) {
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
        host,
        meter);
  }

  public TemplateRequest withSetFlags(List<SetFlag> setFlags) {
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
        host,
        meter);
  }

  public TemplateRequest withFiles(Function<String, Optional<Content>> files) {
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
        host,
        meter);
  }

  public TemplateRequest withKubeVersion(Optional<String> kubeVersion) {
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
        host,
        meter);
  }

  public TemplateRequest withApiVersions(List<String> apiVersions) {
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
        host,
        meter);
  }

  public TemplateRequest withUpgrade(boolean upgrade) {
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
        host,
        meter);
  }

  public TemplateRequest withSkipSchemaValidation(boolean skipSchemaValidation) {
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
        host,
        meter);
  }

  public TemplateRequest withForeignValues(ForeignValues foreignValues) {
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
        host,
        meter);
  }

  public TemplateRequest withMeter(Meter meter) {
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
        host,
        meter);
  }
}
