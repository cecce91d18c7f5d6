package io.agentsrender.helm.schema.jsonschema.keyword;

import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.GoQuote;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How messages show texts and numbers: texts in single quotes (jsonschema/kind/kind.go, quote),
 * numbers as golang.org/x/text prints them for readers of English.
 */
public final class Wording {
  private static final int SMALLEST_PLAIN_EXPONENT = -4;
  private static final int FIRST_SCIENTIFIC_EXPONENT = 6;

  private Wording() {}

  /** In single quotes. */
  public static String quoted(String text) {
    String quoted = GoQuote.quote(text).replace("\\\"", "\"").replace("'", "\\'");
    return "'" + quoted.substring(1, quoted.length() - 1) + "'";
  }

  static String quoted(List<String> texts) {
    return texts.stream().map(Wording::quoted).collect(Collectors.joining(", "));
  }

  /** A value; of arrays and objects only that it is one. */
  public static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "<nil>";
      case String text -> quoted(text);
      case List<?> ignored -> "value";
      case Map<?, ?> ignored -> "value";
      default -> value.toString();
    };
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1,234.5} up to a million, {@code 1.2345×10⁰⁶} from there on. */
  static String number(ExactNumber number) {
    double value = number.value().doubleValue();
    if (value == 0) {
      return "0";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= FIRST_SCIENTIFIC_EXPONENT) {
      String mantissa = digits.movePointLeft(exponent).toPlainString();
      return mantissa + "×10" + superscript(exponent);
    }
    String plain = digits.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String sign = whole.startsWith("-") ? "-" : "";
    String grouped = sign + number(Long.parseLong(whole.substring(sign.length())));
    return point < 0 ? grouped : grouped + plain.substring(point);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : String.format(Locale.ROOT, "%02d", Math.abs(exponent)).toCharArray()) {
      text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }
}
