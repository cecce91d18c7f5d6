package io.agentsrender.helm.schema.gojsonschema;

import io.agentsrender.helm.schema.json.ExactNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The demands on numbers and strings. */
final class NumberAndText {
  private static final int SMALLEST_PLAIN_EXPONENT = -4;
  private static final int FIRST_SCIENTIFIC_EXPONENT = 6;

  private NumberAndText() {}

  static void check(Subschema schema, ExactNumber number, List<String> path, Result result) {
    if (schema.multipleOf != null
        && number.value().remainder(schema.multipleOf.value()).compareTo(BigDecimal.ZERO) != 0) {
      result.fail(path, "Must be a multiple of " + shown(schema.multipleOf));
    }
    if (schema.maximum != null && compare(number, schema.maximum) > 0) {
      result.fail(path, "Must be less than or equal to " + shown(schema.maximum));
    }
    if (schema.exclusiveMaximum != null && compare(number, schema.exclusiveMaximum) >= 0) {
      result.fail(path, "Must be less than " + shown(schema.exclusiveMaximum));
    }
    if (schema.minimum != null && compare(number, schema.minimum) < 0) {
      result.fail(path, "Must be greater than or equal to " + shown(schema.minimum));
    }
    if (schema.exclusiveMinimum != null && compare(number, schema.exclusiveMinimum) <= 0) {
      result.fail(path, "Must be greater than " + shown(schema.exclusiveMinimum));
    }
    // A number is of no known format.
    if (FormatCheckers.isKnown(schema.format)) {
      result.fail(path, "Does not match format '" + schema.format + "'");
    }
    result.pass();
  }

  private static int compare(ExactNumber one, ExactNumber other) {
    return one.value().compareTo(other.value());
  }

  /** As math/big.Float prints itself: {@code 1e+06} from a million on. */
  private static String shown(ExactNumber number) {
    BigDecimal digits = number.value().stripTrailingZeros();
    if (digits.signum() == 0) {
      return "0";
    }
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < FIRST_SCIENTIFIC_EXPONENT) {
      return digits.toPlainString();
    }
    String mantissa = digits.movePointLeft(exponent).toPlainString();
    return mantissa
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  static void check(Subschema schema, String text, List<String> path, Result result) {
    int length = text.codePointCount(0, text.length());
    if (schema.minLength != null && length < schema.minLength) {
      result.fail(path, "String length must be greater than or equal to " + schema.minLength);
    }
    if (schema.maxLength != null && length > schema.maxLength) {
      result.fail(path, "String length must be less than or equal to " + schema.maxLength);
    }
    if (schema.pattern != null && !schema.pattern.matcher(text).find()) {
      result.fail(path, "Does not match pattern '" + schema.pattern.pattern() + "'");
    }
    if (!FormatCheckers.isOfFormat(schema.format, text)) {
      result.fail(path, "Does not match format '" + schema.format + "'");
    }
    result.pass();
  }
}
