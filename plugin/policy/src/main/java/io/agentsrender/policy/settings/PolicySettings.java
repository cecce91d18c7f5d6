package io.agentsrender.policy.settings;

/**
 * The settings of all policies. Where nothing is set every policy is off.
 *
 * @param images {@code imagePolicy}
 * @param delivery {@code progressiveDelivery}
 * @param checksums {@code rolloutChecksums}
 * @param hooks {@code hooks}
 * @param environment {@code envPrecedence}
 */
public record PolicySettings(
    ImagePolicy images,
    ProgressiveDelivery delivery,
    RolloutChecksums checksums,
    HookSettings hooks,
    EnvPrecedence environment) {
  public static final PolicySettings OFF =
      new PolicySettings(
          ImagePolicy.OFF,
          ProgressiveDelivery.OFF,
          RolloutChecksums.OFF,
          HookSettings.OFF,
          EnvPrecedence.UNSET);
}
