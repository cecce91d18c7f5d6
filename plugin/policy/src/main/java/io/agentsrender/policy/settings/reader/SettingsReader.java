package io.agentsrender.policy.settings.reader;

import io.agentsrender.policy.settings.EnvPrecedence;
import io.agentsrender.policy.settings.HookSettings;
import io.agentsrender.policy.settings.HookSettings.Tests;
import io.agentsrender.policy.settings.PolicySettings;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads settings: every setting has its type, and unknown ones are errors. */
public final class SettingsReader {
  public static final String IMAGES = "imagePolicy";
  public static final String DELIVERY = "progressiveDelivery";
  public static final String CHECKSUMS = "rolloutChecksums";
  public static final String HOOKS = "hooks";
  public static final String ENVIRONMENT = "envPrecedence";

  /** All sections there are. */
  public static final List<String> SECTIONS =
      List.of(IMAGES, DELIVERY, CHECKSUMS, HOOKS, ENVIRONMENT);

  private SettingsReader() {}

  /**
   * The settings in a map of sections.
   *
   * @throws RenderException with one problem for each setting that is wrong
   */
  public static PolicySettings read(MapNode map) {
    List<Problem> problems = new ArrayList<>();
    Section root = new Section("", map, problems, SECTIONS);
    PolicySettings settings =
        new PolicySettings(
            ImageSettings.read(root),
            DeliverySettings.read(root),
            ChecksumSettings.read(root),
            hooks(root),
            root.choice(ENVIRONMENT, EnvPrecedence.class, EnvPrecedence.UNSET));
    if (!problems.isEmpty()) {
      throw new RenderException(problems);
    }
    return settings;
  }

  private static HookSettings hooks(Section root) {
    Optional<Section> section = root.section(HOOKS, List.of("tests"));
    return new HookSettings(
        section.map(it -> it.choice("tests", Tests.class, Tests.KEEP)).orElse(Tests.KEEP)
            == Tests.POST_SYNC);
  }
}
