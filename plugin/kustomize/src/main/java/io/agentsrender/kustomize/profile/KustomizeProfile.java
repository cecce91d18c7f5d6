package io.agentsrender.kustomize.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A version of kustomize to be exact with. Each question below is about one change of behaviour
 * between versions.
 */
public enum KustomizeProfile {
  V5_4_3("5.4.3"),
  V5_8_1("5.8.1");

  public static final KustomizeProfile DEFAULT = V5_8_1;

  private final String version;

  KustomizeProfile(String version) {
    this.version = version;
  }

  /** The version whose behaviour is followed. */
  public String version() {
    return version;
  }

  /** Those there are. */
  public static List<String> versions() {
    return Arrays.stream(values()).map(KustomizeProfile::version).toList();
  }

  /** Finds a profile by its version, of which the last number may be left out. */
  public static Optional<KustomizeProfile> of(String version) {
    String wanted = version.startsWith("v") ? version.substring(1) : version;
    return Arrays.stream(values())
        .filter(
            profile -> profile.version.equals(wanted) || profile.version.startsWith(wanted + "."))
        .findFirst();
  }

  private boolean isLatest() {
    return this == V5_8_1;
  }

  /**
   * Since 5.8.1 a chart without a namespace takes that of its kustomization or of an overlay, and
   * what it renders is left alone by the namespace transformer.
   */
  public boolean givesChartsTheNamespace() {
    return isLatest();
  }

  /** Since 5.7 charts may ask for debug output and for development versions. */
  public boolean knowsHelmDebugAndDevel() {
    return isLatest();
  }

  /** Since 5.8.1 the helm command may be Helm 4. */
  public boolean acceptsHelm4() {
    return isLatest();
  }

  /** Since 5.7 a replacement's value may be written in place. */
  public boolean knowsSourceValue() {
    return isLatest();
  }

  /** Since 5.8 a replacement picks its targets by regular expressions. */
  public boolean picksReplacementTargetsByPattern() {
    return isLatest();
  }

  /** Since 5.8 a replacement's path may go on inside a text that is YAML or JSON. */
  public boolean replacesInsideTexts() {
    return isLatest();
  }

  /** Since 5.7 a patch without content does nothing; it was an error. */
  public boolean ignoresEmptyPatches() {
    return isLatest();
  }

  /** Up to 5.6 a patch whose text deletes an object and then names another one crashes. */
  public boolean survivesDeletionInsideAPatch() {
    return isLatest();
  }

  /** Since 5.7 images of volumes are changed too. */
  public boolean knowsImageVolumes() {
    return isLatest();
  }

  /**
   * Since 5.8 an object whose kind ends in List and that has no items is an object; it was dropped.
   */
  public boolean keepsListsWithoutItems() {
    return isLatest();
  }

  /** Since 5.7 of two Namespace kinds the core one comes first. */
  public boolean putsCoreNamespacesFirst() {
    return isLatest();
  }

  /** Since 5.5 labels that an edit adds go into an entry of the same sort, if there is one. */
  public boolean addsLabelsToPresentEntry() {
    return isLatest();
  }

  /** Up to 5.6 a patch's options may have any names. */
  public boolean patchOptionsAreAnyFlags() {
    return !isLatest();
  }
}
