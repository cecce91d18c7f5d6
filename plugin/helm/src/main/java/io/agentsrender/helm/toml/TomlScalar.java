package io.agentsrender.helm.toml;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings, numbers and booleans of TOML. */
final class TomlScalar {
  private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0|[1-9](?:_?[0-9])*)");
  private static final Pattern PREFIXED =
      Pattern.compile(
          "0x(?<x>[0-9a-fA-F](?:_?[0-9a-fA-F])*)|0o(?<o>[0-7](?:_?[0-7])*)|0b(?<b>[01](?:_?[01])*)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?");
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-.*|[0-9]{2}:[0-9]{2}.*");

  private TomlScalar() {}

  static Object read(TomlCursor in) {
    if (in.peek() == '"' || in.peek() == '\'') {
      return TomlStrings.read(in);
    }
    String word = in.takeWhile(c -> TomlKeys.isBare(c) || c == '+' || c == '.' || c == ':');
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "+nan", "-nan" -> Double.NaN;
      default -> number(in, word);
    };
  }

  private static Object number(TomlCursor in, String word) {
    String digits = word.replace("_", "");
    try {
      if (INTEGER.matcher(word).matches()) {
        return GoInt.int64(Long.parseLong(digits));
      }
      Matcher prefixed = PREFIXED.matcher(word);
      if (prefixed.matches()) {
        return GoInt.int64(Long.parseLong(digits.substring(2), radix(word)));
      }
    } catch (NumberFormatException e) {
      throw in.invalid("an integer beyond 64 bits");
    }
    if (FLOAT.matcher(word).matches()) {
      return Double.parseDouble(digits.toLowerCase(Locale.ROOT));
    }
    if (TIME.matcher(word).matches()) {
      throw GoError.notSupported("fromToml of a date or time");
    }
    throw in.invalid("expected a value");
  }

  private static int radix(String word) {
    return switch (word.charAt(1)) {
      case 'x' -> 16;
      case 'o' -> 8;
      default -> 2;
    };
  }
}
