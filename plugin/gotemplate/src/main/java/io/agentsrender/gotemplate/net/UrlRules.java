package io.agentsrender.gotemplate.net;

/** Releases of Go that read addresses differently. */
public enum UrlRules {
  /** What stands in brackets may be anything. */
  GO_1_22,
  /** It must be an IPv6 address. */
  GO_1_24,
  /** Brackets must come first, and hosts of the web may have no more than one colon. */
  GO_1_26
}
