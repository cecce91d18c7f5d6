package io.agentsrender.helm;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.source.Digest;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All that decides what a release is rendered to, as long as no template asks the {@link
 * io.agentsrender.gotemplate.host.Host}: two requests of one key have one result.
 *
 * @param chart by identity: it is loaded once for the same files, place and profile
 * @param foreign the keys that are taken out of the values
 * @param budget since a smaller one may not suffice
 */
record ReleaseKey(
    LoadedChart chart,
    String releaseName,
    String namespace,
    List<Values> values,
    List<SetFlag> setFlags,
    Set<String> foreign,
    Optional<String> kubeVersion,
    List<String> apiVersions,
    boolean upgrade,
    boolean skipSchemaValidation,
    boolean withNodes,
    Budget budget) {

  /** A file of values: what it holds, and all that decides which places its values get. */
  record Values(String path, Digest content, UnaryOperator<MapNode> places, HelmProfile profile) {
    static Values of(ValuesSource source, HelmProfile profile) {
      return new Values(source.path(), source.content().digest(), source.places(), profile);
    }
  }

  ReleaseKey {
    foreign = Set.copyOf(foreign);
  }

  static ReleaseKey of(LoadedChart chart, Set<String> foreign, TemplateRequest request) {
    return new ReleaseKey(
        chart,
        request.releaseName(),
        request.namespace(),
        request.values().stream().map(source -> Values.of(source, request.profile())).toList(),
        request.setFlags(),
        foreign,
        request.kubeVersion(),
        request.apiVersions(),
        request.upgrade(),
        request.skipSchemaValidation(),
        request.withNodes(),
        request.meter().budget());
  }

  /**
   * Whether the key knows all that decides; the content of files of {@code --set-file} it does not.
   */
  static boolean isPossible(TemplateRequest request) {
    return request.setFlags().stream().noneMatch(flag -> flag.kind() == SetFlag.Kind.FILE);
  }
}
