package io.agentsrender.gotemplate.semver;

import io.agentsrender.gotemplate.fmt.NumberError;
import io.agentsrender.gotemplate.fmt.Numbers;
import io.agentsrender.gotemplate.value.GoError;

/** Reads one version (semver/version.go, NewVersion). */
final class VersionParser {
  /** The greatest length since 3.5. */
  private static final int MAX_LENGTH = 256;

  private static final int DECIMAL = 10;

  private final String text;
  private final SemverRules rules;
  private int at;

  VersionParser(String text, SemverRules rules) {
    this.text = text;
    this.rules = rules;
  }

  Version parse() {
    if (rules.limited() && text.length() > MAX_LENGTH) {
      throw new GoError("version string is too long (max " + MAX_LENGTH + " bytes)");
    }
    if (text.startsWith("v")) {
      at++;
    }
    String major = digits();
    String minor = hasNextNumber() ? digits() : "0";
    String patch = hasNextNumber() ? digits() : "0";
    String prerelease = part('-');
    String metadata = part('+');
    if (major.isEmpty() || at < text.length()) {
      throw invalid();
    }
    Version version =
        new Version(
            segment(major), segment(minor), segment(patch), prerelease, metadata, text, rules);
    Identifiers.checkPrerelease(prerelease, rules);
    Identifiers.checkMetadata(metadata, rules);
    return version;
  }

  private String digits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean hasNextNumber() {
    boolean has =
        at + 1 < text.length()
            && text.charAt(at) == '.'
            && text.charAt(at + 1) >= '0'
            && text.charAt(at + 1) <= '9';
    if (has) {
      at++;
    }
    return has;
  }

  /** Identifiers after a mark; empty without the mark. */
  private String part(char mark) {
    if (at == text.length() || text.charAt(at) != mark) {
      return "";
    }
    int from = ++at;
    while (at < text.length()
        && (text.charAt(at) == '.' || Identifiers.isAllowed(text.charAt(at)))) {
      at++;
    }
    String part = text.substring(from, at);
    if (part.isEmpty() || part.startsWith(".") || part.endsWith(".") || part.contains("..")) {
      throw invalid();
    }
    return part;
  }

  private long segment(String digits) {
    try {
      return Numbers.parseUint(digits, DECIMAL, Long.SIZE);
    } catch (NumberError e) {
      throw new GoError(rules.segment() + e.text(), e);
    }
  }

  private GoError invalid() {
    return new GoError(rules.invalid());
  }
}
