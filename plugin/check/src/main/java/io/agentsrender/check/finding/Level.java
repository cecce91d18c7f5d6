package io.agentsrender.check.finding;

import java.util.Locale;

/** How much a finding matters, least first. */
public enum Level {
  /** Good to know; nothing may be wrong. */
  NOTE,
  /** Probably not what is wanted. */
  WARNING,
  /** It will not work, or breaks a rule that somebody set. */
  ERROR;

  public boolean isAtLeast(Level other) {
    return compareTo(other) >= 0;
  }

  /** {@code error}, {@code warning} or {@code note}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
