package io.agentsrender.gotemplate.semver;

import io.agentsrender.gotemplate.fmt.NumberError;
import io.agentsrender.gotemplate.fmt.Numbers;
import io.agentsrender.gotemplate.value.GoError;
import java.util.OptionalLong;

/** The dot-separated identifiers of pre-releases and metadata. */
final class Identifiers {
  private static final int DECIMAL = 10;

  private Identifiers() {}

  /** Numeric identifiers may have no leading zero. */
  static void checkPrerelease(String prerelease, SemverRules rules) {
    if (prerelease.isEmpty()) {
      return;
    }
    for (String identifier : prerelease.split("\\.", -1)) {
      if (identifier.isEmpty() && rules.prereleaseByGroup()) {
        throw new GoError(rules.invalidPrerelease());
      }
      if (isNumeric(identifier)) {
        if (identifier.length() > 1 && identifier.charAt(0) == '0') {
          throw new GoError(rules.startsWithZero());
        }
      } else if (!isAllowed(identifier)) {
        throw new GoError(rules.invalidPrerelease());
      }
    }
  }

  static void checkMetadata(String metadata, SemverRules rules) {
    if (metadata.isEmpty()) {
      return;
    }
    for (String identifier : metadata.split("\\.", -1)) {
      if ((identifier.isEmpty() && rules.prereleaseByGroup()) || !isAllowed(identifier)) {
        throw new GoError(rules.invalidMetadata());
      }
    }
  }

  private static boolean isNumeric(String identifier) {
    return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isAllowed(String identifier) {
    return identifier.chars().allMatch(Identifiers::isAllowed);
  }

  static boolean isAllowed(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  }

  /** The order of two different pre-releases; one that runs out of identifiers comes first. */
  static int compare(String left, String right) {
    String[] lefts = left.split("\\.", -1);
    String[] rights = right.split("\\.", -1);
    for (int i = 0; i < Math.max(lefts.length, rights.length); i++) {
      int order = compareOne(i < lefts.length ? lefts[i] : "", i < rights.length ? rights[i] : "");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareOne(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(!left.isEmpty(), !right.isEmpty());
    }
    OptionalLong l = number(left);
    OptionalLong r = number(right);
    if (l.isPresent() != r.isPresent()) {
      return l.isPresent() ? -1 : 1;
    }
    return l.isPresent() && r.isPresent()
        ? Long.compareUnsigned(l.getAsLong(), r.getAsLong())
        : Integer.signum(left.compareTo(right));
  }

  /** The value of a numeric identifier; empty also where it does not fit. */
  private static OptionalLong number(String identifier) {
    try {
      return OptionalLong.of(Numbers.parseUint(identifier, DECIMAL, Long.SIZE));
    } catch (NumberError e) {
      return OptionalLong.empty();
    }
  }
}
