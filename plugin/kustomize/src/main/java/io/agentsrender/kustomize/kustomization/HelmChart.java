package io.agentsrender.kustomize.kustomization;

import io.agentsrender.source.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart to be inflated (api/types/helmchartargs.go).
 *
 * @param valuesInline values written in the kustomization; empty where there are none
 * @param valuesMerge {@code override}, {@code merge} or {@code replace}
 */
public record HelmChart(
    String name,
    String version,
    String repo,
    String releaseName,
    String namespace,
    List<Entry> additionalValuesFiles,
    String valuesFile,
    Map<String, @Nullable Object> valuesInline,
    String valuesMerge,
    boolean includeCrds,
    boolean skipHooks,
    List<String> apiVersions,
    String kubeVersion,
    String nameTemplate,
    boolean skipTests,
    boolean debug,
    boolean devel,
    @Nullable Position position) {

  public HelmChart withNamespace(String namespace) {
    return new HelmChart(
        name,
        version,
        repo,
        releaseName,
        namespace,
        additionalValuesFiles,
        valuesFile,
        valuesInline,
        valuesMerge,
        includeCrds,
        skipHooks,
        apiVersions,
        kubeVersion,
        nameTemplate,
        skipTests,
        debug,
        devel,
        position);
  }

  public HelmChart withKubeVersion(String kubeVersion) {
    return new HelmChart(
        name,
        version,
        repo,
        releaseName,
        namespace,
        additionalValuesFiles,
        valuesFile,
        valuesInline,
        valuesMerge,
        includeCrds,
        skipHooks,
        apiVersions,
        kubeVersion,
        nameTemplate,
        skipTests,
        debug,
        devel,
        position);
  }
}
