package io.agentsrender.gotemplate.sprig;

import io.agentsrender.gotemplate.net.UrlRules;
import io.agentsrender.gotemplate.semver.SemverRules;
import io.agentsrender.gotemplate.text.WordCase;

/** Sprig as releases of Helm have it, with the libraries under it and the Go that built it. */
public enum SprigVersion {
  /** Sprig 3.2.3 by Go 1.22. */
  HELM_3_15(WordCase.Capitals.KEPT, SemverRules.V3_2, UrlRules.GO_1_22),
  /** Sprig 3.3.0 by Go 1.24. */
  HELM_3_19(WordCase.Capitals.LOWERED, SemverRules.V3_4, UrlRules.GO_1_24),
  /** Sprig 3.3.0 by Go 1.25. */
  HELM_3_21(WordCase.Capitals.LOWERED, SemverRules.V3_4, UrlRules.GO_1_24),
  /** Sprig 3.3.0 by Go 1.26, with a later library of versions. */
  HELM_4_2(WordCase.Capitals.LOWERED, SemverRules.V3_5, UrlRules.GO_1_26);

  private final WordCase.Capitals capitals;
  private final SemverRules semver;
  private final UrlRules url;

  SprigVersion(WordCase.Capitals capitals, SemverRules semver, UrlRules url) {
    this.capitals = capitals;
    this.semver = semver;
    this.url = url;
  }

  /** The rules by which it reads and compares versions. */
  public SemverRules semver() {
    return semver;
  }

  WordCase.Capitals capitals() {
    return capitals;
  }

  UrlRules url() {
    return url;
  }

  boolean hasSha512() {
    return this != HELM_3_15;
  }

  /** What the identifiers of keys in certificates are made by (Go 1.25, crypto/x509). */
  String keyIdentifierDigest() {
    return this == HELM_3_15 || this == HELM_3_19 ? "SHA-1" : "SHA-256";
  }

  /** Whether merge lets a map take the place of something else (mergo 1.0). */
  boolean mergesMapsOverOthers() {
    return this != HELM_3_15;
  }
}
