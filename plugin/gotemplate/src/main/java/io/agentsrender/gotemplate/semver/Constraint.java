package io.agentsrender.gotemplate.semver;

/**
 * One condition on a version.
 *
 * @param version the numbers that were given, zeros for the others
 * @param precision how many were given
 */
record Constraint(Operator operator, Version version, Precision precision) {

  /** The last number that is not left open. */
  enum Precision {
    /** As in {@code *}. */
    NONE,
    MAJOR,
    MINOR,
    PATCH
  }

  /** What a version must be. */
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    LESS,
    GREATER_OR_EQUAL,
    LESS_OR_EQUAL,
    TILDE,
    CARET;

    static Operator of(String symbol) {
      return switch (symbol) {
        case "!=" -> NOT_EQUAL;
        case ">" -> GREATER;
        case "<" -> LESS;
        case ">=", "=>" -> GREATER_OR_EQUAL;
        case "<=", "=<" -> LESS_OR_EQUAL;
        case "~", "~>" -> TILDE;
        case "^" -> CARET;
        default -> EQUAL;
      };
    }
  }

  boolean namesPrerelease() {
    return version.isPrerelease();
  }

  /**
   * Whether a version satisfies this constraint.
   *
   * @param groupNamesPrerelease whether any constraint beside this one names a pre-release
   */
  boolean check(Version v, boolean groupNamesPrerelease) {
    if (v.isPrerelease() && !allowsPrerelease(groupNamesPrerelease)) {
      return false;
    }
    return switch (operator) {
      case EQUAL -> isExact() ? v.compareTo(version) == 0 : tilde(v);
      case NOT_EQUAL -> notEqual(v);
      case GREATER -> greater(v);
      case LESS -> v.compareTo(version) < 0;
      case GREATER_OR_EQUAL -> v.compareTo(version) >= 0;
      case LESS_OR_EQUAL -> lessOrEqual(v);
      case TILDE -> tilde(v);
      case CARET -> caret(v);
    };
  }

  private boolean allowsPrerelease(boolean groupNamesPrerelease) {
    if (v3Dot2()) {
      return namesPrerelease() || (operator == Operator.NOT_EQUAL && isExact());
    }
    return groupNamesPrerelease;
  }

  private boolean v3Dot2() {
    return !version.rules().prereleaseByGroup();
  }

  private boolean isExact() {
    return precision == Precision.PATCH;
  }

  private boolean notEqual(Version v) {
    return switch (precision) {
      case NONE -> v.compareTo(version) != 0;
      case MAJOR -> v.major() != version.major();
      case MINOR ->
          v.major() != version.major()
              || v.minor() != version.minor()
              || !v.prerelease().equals(version.prerelease());
      case PATCH -> v.compareTo(version) != 0;
    };
  }

  private boolean greater(Version v) {
    if (isExact() || v.major() != version.major()) {
      return isExact()
          ? v.compareTo(version) > 0
          : Long.compareUnsigned(v.major(), version.major()) > 0;
    }
    return switch (precision) {
      case MAJOR -> false;
      case MINOR -> Long.compareUnsigned(v.minor(), version.minor()) > 0;
      default -> v.compareTo(version) > 0;
    };
  }

  private boolean lessOrEqual(Version v) {
    if (isExact()) {
      return v.compareTo(version) <= 0;
    }
    int major = Long.compareUnsigned(v.major(), version.major());
    if (major != 0 || precision == Precision.MAJOR) {
      return major <= 0;
    }
    return Long.compareUnsigned(v.minor(), version.minor()) <= 0;
  }

  private boolean tilde(Version v) {
    if (v.compareTo(version) < 0) {
      return false;
    }
    boolean open = precision == Precision.NONE || (isExact() && isZero());
    return open
        || (v.major() == version.major()
            && (precision == Precision.MAJOR || v.minor() == version.minor()));
  }

  private boolean isZero() {
    return version.major() == 0 && version.minor() == 0 && version.patch() == 0;
  }

  private boolean caret(Version v) {
    if (v.compareTo(version) < 0) {
      return false;
    }
    if (version.major() != 0 || precision == Precision.MAJOR) {
      return v.major() == version.major();
    }
    if (v.major() != 0) {
      return false;
    }
    if (version.minor() != 0 || precision == Precision.MINOR) {
      return v.minor() == version.minor();
    }
    return v.minor() == 0 && v.patch() == version.patch();
  }
}
