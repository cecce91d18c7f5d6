package io.agentsrender.gotemplate.semver;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.agentsrender.gotemplate.value.GoError;
import java.util.ArrayList;
import java.util.List;

/**
 * Alternatives, parted by {@code ||}, of constraints that hold together (semver/constraints.go).
 */
public final class Constraints {
  /** The greatest length since 3.5. */
  private static final int MAX_LENGTH = 512;

  /** The greatest number of alternatives since 3.5. */
  private static final int MAX_GROUPS = 32;

  private static final String ONE =
      "(?:" + ConstraintSyntax.OPERATOR + ")" + "\\s*" + ConstraintSyntax.VERSION;

  private static final Pattern EACH = Pattern.compile(ONE);

  /** Constraints stand apart by white space, or by one comma. */
  private static final Pattern GROUP =
      Pattern.compile("^\\s*" + ONE + "\\s*(?:(?:\\s+|,\\s*)" + ONE + "\\s*)*$");

  private static final Pattern RANGE =
      Pattern.compile(
          "\\s*(" + ConstraintSyntax.VERSION + ")\\s+-\\s+(" + ConstraintSyntax.VERSION + ")\\s*");

  private final List<Group> groups;

  /** Constraints that must all hold. */
  private record Group(List<Constraint> constraints, boolean namesPrerelease) {}

  private Constraints(List<Group> groups) {
    this.groups = groups;
  }

  /**
   * Reads constraints.
   *
   * @throws GoError with the library's words
   */
  public static Constraints parse(String text, SemverRules rules) {
    if (rules.limited() && text.length() > MAX_LENGTH) {
      throw new GoError("constraint string is too long (max " + MAX_LENGTH + " bytes)");
    }
    String[] alternatives = withoutRanges(text).split("\\|\\|", -1);
    if (rules.limited() && alternatives.length > MAX_GROUPS) {
      throw new GoError("too many constraint groups (max " + MAX_GROUPS + ")");
    }
    List<Group> groups = new ArrayList<>();
    for (String alternative : alternatives) {
      groups.add(group(alternative, rules));
    }
    return new Constraints(groups);
  }

  private static Group group(String text, SemverRules rules) {
    if (!GROUP.matcher(text).find()) {
      throw ConstraintSyntax.improper(text, rules);
    }
    List<Constraint> constraints = new ArrayList<>();
    boolean namesPrerelease = false;
    Matcher each = EACH.matcher(text);
    while (each.find()) {
      Constraint constraint = ConstraintSyntax.parse(each.group(), rules);
      constraints.add(constraint);
      namesPrerelease |= constraint.namesPrerelease();
    }
    return new Group(constraints, namesPrerelease);
  }

  /** {@code 1.2 - 3} to {@code >= 1.2, <= 3}. */
  private static String withoutRanges(String text) {
    String rewritten = text;
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      String found = range.group();
      int at = rewritten.indexOf(found);
      if (at >= 0) {
        rewritten =
            rewritten.substring(0, at)
                + ">= "
                + range.group(1)
                + ", <= "
                + range.group(2)
                + " "
                + rewritten.substring(at + found.length());
      }
    }
    return rewritten;
  }

  /** Whether a version satisfies one of the alternatives. */
  public boolean check(Version version) {
    return groups.stream()
        .anyMatch(group ->
            group.constraints().stream()
                .allMatch(constraint -> constraint.check(version, group.namesPrerelease())));
  }
}
