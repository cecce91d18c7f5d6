package io.agentsrender.helm.engine.function;

import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.sprig.Sprig;
import io.agentsrender.gotemplate.sprig.SprigVersion;
import io.agentsrender.helm.profile.HelmProfile;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** All functions of each release of Helm, and the release of Go that it was built with. */
public final class FunctionLibrary {
  private static final Map<HelmProfile, FunctionSet> FUNCTIONS = new EnumMap<>(HelmProfile.class);
  private static final Map<HelmProfile, FunctionSet> LENIENT = new EnumMap<>(HelmProfile.class);

  static {
    for (HelmProfile profile : HelmProfile.values()) {
      FunctionSet sprig = sprig(profile).without("env", "expandenv");
      FUNCTIONS.put(profile, sprig.plus(HelmFunctions.of(profile, false)));
      LENIENT.put(profile, sprig.plus(HelmFunctions.of(profile, true)));
    }
  }

  private FunctionLibrary() {}

  public static FunctionSet of(HelmProfile profile) {
    return Objects.requireNonNull(FUNCTIONS.get(profile));
  }

  /** Those of {@code helm lint}. */
  public static FunctionSet lenient(HelmProfile profile) {
    return Objects.requireNonNull(LENIENT.get(profile));
  }

  /** The functions that are not Helm's own. */
  public static FunctionSet sprig(HelmProfile profile) {
    return Sprig.functions(sprigVersion(profile));
  }

  private static SprigVersion sprigVersion(HelmProfile profile) {
    return switch (profile) {
      case HELM_3_15 -> SprigVersion.HELM_3_15;
      case HELM_3_19 -> SprigVersion.HELM_3_19;
      case HELM_3_21 -> SprigVersion.HELM_3_21;
      case HELM_4_2 -> SprigVersion.HELM_4_2;
    };
  }

  public static GoVersion goVersion(HelmProfile profile) {
    return switch (profile) {
      case HELM_3_15 -> GoVersion.GO_1_22;
      case HELM_3_19 -> GoVersion.GO_1_24;
      case HELM_3_21 -> GoVersion.GO_1_25;
      case HELM_4_2 -> GoVersion.GO_1_26;
    };
  }
}
