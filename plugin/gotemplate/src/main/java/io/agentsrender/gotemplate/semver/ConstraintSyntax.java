package io.agentsrender.gotemplate.semver;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoError;
import org.jspecify.annotations.Nullable;

/** How one constraint is written. */
final class ConstraintSyntax {
  /** Longer operators come before their beginnings. */
  static final String OPERATOR = "!=|>=|=>|<=|=<|~>|=|>|<|~|\\^|";

  /** A number or a wildcard; the library lets bars and mixtures pass here and fails later. */
  private static final String NUMBER = "[0-9xX|*]+";

  private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";

  private static final String MARKED_VERSION =
      "v?(%s)(\\.%s)?(\\.%s)?(-%s)?(?:\\+%s)?"
          .formatted(NUMBER, NUMBER, NUMBER, IDENTIFIERS, IDENTIFIERS);

  static final String VERSION =
      "v?%s(?:\\.%s)?(?:\\.%s)?(?:-%s)?(?:\\+%s)?"
          .formatted(NUMBER, NUMBER, NUMBER, IDENTIFIERS, IDENTIFIERS);

  private static final Pattern CONSTRAINT =
      Pattern.compile("^\\s*(" + OPERATOR + ")\\s*(" + MARKED_VERSION + ")\\s*$");

  private ConstraintSyntax() {}

  static Constraint parse(String text, SemverRules rules) {
    Matcher m = CONSTRAINT.matcher(text);
    if (!m.find()) {
      throw improper(text, rules);
    }
    Constraint.Precision precision = precision(m.group(3), m.group(4), m.group(5));
    String prerelease = orEmpty(m.group(6));
    String version =
        switch (precision) {
          case NONE -> "0.0.0" + prerelease;
          case MAJOR -> m.group(3) + ".0.0" + prerelease;
          case MINOR -> m.group(3) + m.group(4) + ".0" + prerelease;
          case PATCH -> m.group(2);
        };
    try {
      return new Constraint(
          Constraint.Operator.of(m.group(1)), Version.parse(version, rules), precision);
    } catch (GoError e) {
      throw new GoError(rules.parserError(), e);
    }
  }

  private static Constraint.Precision precision(
      String major, @Nullable String minor, @Nullable String patch) {
    if (isWildcard(major)) {
      return Constraint.Precision.NONE;
    }
    if (minor == null || isWildcard(minor.substring(1))) {
      return Constraint.Precision.MAJOR;
    }
    if (patch == null || isWildcard(patch.substring(1))) {
      return Constraint.Precision.MINOR;
    }
    return Constraint.Precision.PATCH;
  }

  private static boolean isWildcard(String number) {
    return number.equals("x") || number.equals("X") || number.equals("*");
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  static GoError improper(String text, SemverRules rules) {
    return new GoError("improper constraint: " + (rules.limited() ? Quotes.quote(text) : text));
  }
}
