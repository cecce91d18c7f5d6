package io.agentsrender.helm.schema.jsonschema.format;

import io.agentsrender.helm.schema.json.GoQuote;
import java.util.List;
import java.util.function.IntPredicate;

/** JSON pointers, UUIDs and versions. */
final class IdentifierFormats {
  private static final int[] UUID_GROUPS = {8, 4, 4, 4, 12};
  private static final List<String> VERSION_PARTS = List.of("major", "minor", "patch");

  private IdentifierFormats() {}

  static void checkJsonPointer(String text) throws FormatFault {
    if (text.isEmpty()) {
      return;
    }
    if (!text.startsWith("/")) {
      throw new FormatFault("not starting with /");
    }
    for (int tilde = text.indexOf('~'); tilde >= 0; tilde = text.indexOf('~', tilde + 1)) {
      char next = tilde + 1 < text.length() ? text.charAt(tilde + 1) : '/';
      if (next != '0' && next != '1') {
        throw new FormatFault("~ must be followed by 0 or 1");
      }
    }
  }

  static void checkRelativeJsonPointer(String text) throws FormatFault {
    int digits = Digits.leading(text);
    if (digits == 0) {
      throw new FormatFault("must start with non-negative integer");
    }
    if (digits > 1 && text.startsWith("0")) {
      throw new FormatFault("starts with zero");
    }
    String rest = text.substring(digits);
    if (!rest.equals("#")) {
      checkJsonPointer(rest);
    }
  }

  static void checkUuid(String text) throws FormatFault {
    String[] groups = text.split("-", -1);
    if (groups.length != UUID_GROUPS.length) {
      throw new FormatFault("must have " + UUID_GROUPS.length + " elements");
    }
    for (int i = 0; i < groups.length; i++) {
      // Its length is counted in bytes; what is not ASCII fails by one demand or the other.
      if (Digits.byteLength(groups[i]) != UUID_GROUPS[i]) {
        throw new FormatFault(
            "element " + (i + 1) + " must be " + UUID_GROUPS[i] + " characters long");
      }
      checkCharacters(groups[i], Digits::isHex, "non-hex character ", "");
    }
  }

  static void checkSemver(String text) throws FormatFault {
    String rest = text;
    int plus = rest.indexOf('+');
    if (plus >= 0) {
      checkBuild(rest.substring(plus + 1));
      rest = rest.substring(0, plus);
    }
    int hyphen = rest.indexOf('-');
    if (hyphen >= 0) {
      checkPreRelease(rest.substring(hyphen + 1));
      rest = rest.substring(0, hyphen);
    }
    String[] parts = rest.split("\\.", -1);
    if (parts.length != VERSION_PARTS.size()) {
      throw new FormatFault("versionCore must have 3 numbers separated by dot");
    }
    for (int i = 0; i < parts.length; i++) {
      String part = VERSION_PARTS.get(i);
      if (parts[i].isEmpty()) {
        throw new FormatFault(part + " is empty");
      }
      if (parts[i].length() > 1 && parts[i].startsWith("0")) {
        throw new FormatFault(part + " starts with zero");
      }
      if (Digits.leading(parts[i]) < parts[i].length()) {
        throw new FormatFault(part + " contains non-digit");
      }
    }
  }

  private static void checkBuild(String build) throws FormatFault {
    if (build.isEmpty()) {
      throw new FormatFault("build is empty");
    }
    for (String identifier : build.split("\\.", -1)) {
      if (identifier.isEmpty()) {
        throw new FormatFault("build identifier is empty");
      }
      checkCharacters(identifier, Digits::isWord, "invalid character ", " in build identifier");
    }
  }

  private static void checkPreRelease(String preRelease) throws FormatFault {
    for (String identifier : preRelease.split("\\.", -1)) {
      if (identifier.isEmpty()) {
        throw new FormatFault("pre-release identifier is empty");
      }
      checkCharacters(
          identifier, Digits::isWord, "invalid character ", " in pre-release identifier");
      boolean number = Digits.leading(identifier) == identifier.length();
      if (number && identifier.length() > 1 && identifier.startsWith("0")) {
        throw new FormatFault("pre-release numeric identifier starts with zero");
      }
    }
  }

  static void checkCharacters(String text, IntPredicate allowed, String before, String after)
      throws FormatFault {
    int[] characters = text.codePoints().toArray();
    for (int c : characters) {
      if (!allowed.test(c)) {
        throw new FormatFault(before + GoQuote.quoteCharacter(c) + after);
      }
    }
  }
}
