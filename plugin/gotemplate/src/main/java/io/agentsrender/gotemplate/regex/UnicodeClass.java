package io.agentsrender.gotemplate.regex;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * The code points of a category or script, as {@code \p{Greek}} asks for them, written as ranges of
 * a character class.
 *
 * @param ranges those that belong to it
 * @param complement all others
 */
record UnicodeClass(String ranges, String complement) {
  private static final int ASCII_END = 0x80;

  /** Categories of two letters, by the constants of {@link Character}. */
  private static final Map<String, Integer> CATEGORIES =
      Map.ofEntries(
          Map.entry("lu", (int) Character.UPPERCASE_LETTER),
          Map.entry("ll", (int) Character.LOWERCASE_LETTER),
          Map.entry("lt", (int) Character.TITLECASE_LETTER),
          Map.entry("lm", (int) Character.MODIFIER_LETTER),
          Map.entry("lo", (int) Character.OTHER_LETTER),
          Map.entry("mn", (int) Character.NON_SPACING_MARK),
          Map.entry("me", (int) Character.ENCLOSING_MARK),
          Map.entry("mc", (int) Character.COMBINING_SPACING_MARK),
          Map.entry("nd", (int) Character.DECIMAL_DIGIT_NUMBER),
          Map.entry("nl", (int) Character.LETTER_NUMBER),
          Map.entry("no", (int) Character.OTHER_NUMBER),
          Map.entry("zs", (int) Character.SPACE_SEPARATOR),
          Map.entry("zl", (int) Character.LINE_SEPARATOR),
          Map.entry("zp", (int) Character.PARAGRAPH_SEPARATOR),
          Map.entry("cc", (int) Character.CONTROL),
          Map.entry("cf", (int) Character.FORMAT),
          Map.entry("cs", (int) Character.SURROGATE),
          Map.entry("co", (int) Character.PRIVATE_USE),
          Map.entry("cn", (int) Character.UNASSIGNED),
          Map.entry("pc", (int) Character.CONNECTOR_PUNCTUATION),
          Map.entry("pd", (int) Character.DASH_PUNCTUATION),
          Map.entry("ps", (int) Character.START_PUNCTUATION),
          Map.entry("pe", (int) Character.END_PUNCTUATION),
          Map.entry("pi", (int) Character.INITIAL_QUOTE_PUNCTUATION),
          Map.entry("pf", (int) Character.FINAL_QUOTE_PUNCTUATION),
          Map.entry("po", (int) Character.OTHER_PUNCTUATION),
          Map.entry("sm", (int) Character.MATH_SYMBOL),
          Map.entry("sc", (int) Character.CURRENCY_SYMBOL),
          Map.entry("sk", (int) Character.MODIFIER_SYMBOL),
          Map.entry("so", (int) Character.OTHER_SYMBOL));

  /** Long names of categories. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("casedletter", "lc"),
          Map.entry("closepunctuation", "pe"),
          Map.entry("combiningmark", "m"),
          Map.entry("connectorpunctuation", "pc"),
          Map.entry("control", "cc"),
          Map.entry("currencysymbol", "sc"),
          Map.entry("dashpunctuation", "pd"),
          Map.entry("decimalnumber", "nd"),
          Map.entry("enclosingmark", "me"),
          Map.entry("finalpunctuation", "pf"),
          Map.entry("format", "cf"),
          Map.entry("initialpunctuation", "pi"),
          Map.entry("letter", "l"),
          Map.entry("letternumber", "nl"),
          Map.entry("lineseparator", "zl"),
          Map.entry("lowercaseletter", "ll"),
          Map.entry("mark", "m"),
          Map.entry("mathsymbol", "sm"),
          Map.entry("modifierletter", "lm"),
          Map.entry("modifiersymbol", "sk"),
          Map.entry("nonspacingmark", "mn"),
          Map.entry("number", "n"),
          Map.entry("openpunctuation", "ps"),
          Map.entry("other", "c"),
          Map.entry("otherletter", "lo"),
          Map.entry("othernumber", "no"),
          Map.entry("otherpunctuation", "po"),
          Map.entry("othersymbol", "so"),
          Map.entry("paragraphseparator", "zp"),
          Map.entry("privateuse", "co"),
          Map.entry("punctuation", "p"),
          Map.entry("separator", "z"),
          Map.entry("spaceseparator", "zs"),
          Map.entry("spacingmark", "mc"),
          Map.entry("surrogate", "cs"),
          Map.entry("symbol", "s"),
          Map.entry("titlecaseletter", "lt"),
          Map.entry("unassigned", "cn"),
          Map.entry("uppercaseletter", "lu"),
          Map.entry("cntrl", "cc"),
          Map.entry("digit", "nd"),
          Map.entry("punct", "p"));

  private static final Map<String, Character.UnicodeScript> SCRIPTS = scripts();
  private static final Map<String, Optional<UnicodeClass>> KNOWN = new ConcurrentHashMap<>();

  private static Map<String, Character.UnicodeScript> scripts() {
    Map<String, Character.UnicodeScript> scripts = new HashMap<>();
    for (int rune = 0; rune <= GoString.MAX_RUNE; rune++) {
      Character.UnicodeScript script = GoUnicode.script(rune);
      scripts.putIfAbsent(normalized(script.name()), script);
    }
    scripts.remove(normalized(Character.UnicodeScript.UNKNOWN.name()));
    return scripts;
  }

  /** The class of that name, in any case, spaces, hyphens and underscores left out. */
  static Optional<UnicodeClass> named(String name) {
    String normalized = normalized(name);
    Optional<UnicodeClass> known = KNOWN.get(normalized);
    if (known == null) {
      known = predicate(ALIASES.getOrDefault(normalized, normalized)).map(UnicodeClass::of);
      if (known.isPresent()) {
        // Only sound names are kept, of which there are a few hundred.
        KNOWN.put(normalized, known);
      }
    }
    return known;
  }

  private static String normalized(String name) {
    return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<IntPredicate> predicate(String name) {
    switch (name) {
      case "any" -> {
        return Optional.of(rune -> true);
      }
      case "ascii" -> {
        return Optional.of(rune -> rune < ASCII_END);
      }
      case "assigned" -> {
        return Optional.of(rune -> GoUnicode.category(rune) != Character.UNASSIGNED);
      }
      case "lc" -> {
        return Optional.of(
            rune -> GoUnicode.isUpper(rune) || GoUnicode.isLower(rune) || GoUnicode.isTitle(rune));
      }
      default -> {}
    }
    Character.UnicodeScript script = SCRIPTS.get(name);
    if (script != null) {
      return Optional.of(rune -> GoUnicode.script(rune) == script);
    }
    if (name.length() > 2) {
      return Optional.empty();
    }
    long categories = 0;
    for (Map.Entry<String, Integer> category : CATEGORIES.entrySet()) {
      if (!name.isEmpty() && category.getKey().startsWith(name)) {
        categories |= 1L << category.getValue();
      }
    }
    long wanted = categories;
    return wanted == 0
        ? Optional.empty()
        : Optional.of(rune -> (wanted >> GoUnicode.category(rune) & 1) == 1);
  }

  private static UnicodeClass of(IntPredicate belongs) {
    return new UnicodeClass(text(belongs), text(belongs.negate()));
  }

  private static String text(IntPredicate belongs) {
    StringBuilder ranges = new StringBuilder();
    int first = -1;
    for (int rune = 0; rune <= GoString.MAX_RUNE + 1; rune++) {
      boolean inside = rune <= GoString.MAX_RUNE && belongs.test(rune);
      if (inside && first < 0) {
        first = rune;
      } else if (!inside && first >= 0) {
        ranges.append("\\x{%x}-\\x{%x}".formatted(first, rune - 1));
        first = -1;
      }
    }
    return ranges.toString();
  }
}
