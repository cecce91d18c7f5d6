package io.agentsrender.policy;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.checksum.ChecksumPolicy;
import io.agentsrender.policy.environment.EnvironmentPolicy;
import io.agentsrender.policy.hook.HookPolicy;
import io.agentsrender.policy.hook.HookReport;
import io.agentsrender.policy.image.ImagePrecedence;
import io.agentsrender.policy.image.ImageRules;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.policy.image.LockstepRule;
import io.agentsrender.policy.rollout.RolloutPolicy;
import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.settings.PolicySettings;
import io.agentsrender.policy.settings.SettingsLayers;
import io.agentsrender.policy.settings.reader.SettingsReader;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All policies, over the finished objects of one render. */
public final class Policies {
  private static final List<Policy> ORDER =
      List.of(
          new ImagePrecedence(),
          new EnvironmentPolicy(),
          new RolloutPolicy(),
          new ChecksumPolicy(),
          new HookPolicy(),
          new ImageRules(),
          new LockstepRule());

  private Policies() {}

  /**
   * Applies the policies.
   *
   * @param objects of the whole render
   * @param releases that the objects' origins name
   * @param settings of the application, around those of every release
   * @throws RenderException where settings are wrong
   */
  public static PolicyResult apply(
      List<KubernetesObject> objects,
      List<Release> releases,
      SettingsLayers settings,
      PolicyFacts facts) {
    Rendering original = new Rendering(objects, scopes(objects, releases, settings, facts), facts);
    Rendering rendering = original;
    List<Problem> problems = new ArrayList<>();
    for (Policy policy : ORDER) {
      Outcome outcome = policy.apply(rendering);
      rendering = rendering.withObjects(outcome.objects());
      problems.addAll(outcome.problems());
    }
    return new PolicyResult(
        rendering, problems, ImageUse.of(rendering), HookReport.of(objects, rendering.objects()));
  }

  /**
   * One scope for each release, one for each release of which only objects are known, and one for
   * what no chart rendered.
   */
  private static List<Scope> scopes(
      List<KubernetesObject> objects,
      List<Release> releases,
      SettingsLayers settings,
      PolicyFacts facts) {
    PolicySettings ofApplication = SettingsReader.read(settings.around(SettingsLayers.NONE));
    List<Scope> scopes = new ArrayList<>();
    Set<Optional<String>> known = new HashSet<>();
    for (Release release : releases) {
      checkOwned(release, settings);
      MapNode merged = settings.around(release.preparation().settings());
      Optional<String> name = Optional.of(release.name());
      if (!known.add(name) && !merged.isEmpty()) {
        throw new RenderException(ambiguous(release, merged));
      }
      scopes.add(
          new Scope(name, release.namespace(), release.values(), SettingsReader.read(merged)));
    }
    for (KubernetesObject object : objects) {
      if (known.add(object.origin().release())) {
        scopes.add(
            new Scope(
                object.origin().release(), facts.namespace(), SettingsLayers.NONE, ofApplication));
      }
    }
    return scopes;
  }

  private static Problem ambiguous(Release release, MapNode settings) {
    return Problem.error(
            "reading the settings of policies",
            "two charts of the render are released as \""
                + release.name()
                + "\", so that nothing tells whose objects the settings are for")
        .withPlace(settings.entries().getFirst().key().position())
        .withAdvice("Give each chart a release name of its own.");
  }

  /** What a chart does because its values say so cannot be turned off after the render. */
  private static void checkOwned(Release release, SettingsLayers settings) {
    for (String section : release.preparation().ownedByChart()) {
      Optional<ScalarNode> off = enabled(settings.above(), section).filter(it -> !isTrue(it));
      Optional<ScalarNode> on = enabled(release.values(), section).filter(Policies::isTrue);
      if (off.isPresent() && on.isPresent()) {
        throw new RenderException(
            Problem.error(
                    "reading the settings of policies",
                    section
                        + ".enabled is false, but the chart of release \""
                        + release.name()
                        + "\" does it itself, and its values turn it on at "
                        + on.get().position())
                .withPlace(off.get().position())
                .withAdvice("Turn it off in the values of the release."));
      }
    }
  }

  private static Optional<ScalarNode> enabled(MapNode map, String section) {
    return map.get(section) instanceof MapNode found
            && found.get("enabled") instanceof ScalarNode scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private static boolean isTrue(ScalarNode scalar) {
    return Boolean.TRUE.equals(scalar.value());
  }
}
