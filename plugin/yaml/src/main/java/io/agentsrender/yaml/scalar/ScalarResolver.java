package io.agentsrender.yaml.scalar;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives plain scalars their meaning as go-yaml does (resolve.go). Versions 2 and 3 share all of it
 * but two things: the words of YAML 1.1 for booleans are known to version 2 only, and octals with a
 * sign before {@code 0o} to version 3 only.
 */
public final class ScalarResolver {
  /** go-yaml v2: YAML 1.1 booleans. */
  public static final ScalarResolver V2 = new ScalarResolver(true);

  /** go-yaml v3: only {@code true} and {@code false}, in three spellings each. */
  public static final ScalarResolver V3 = new ScalarResolver(false);

  private static final BigInteger MAX_UINT64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger MAX_INT64 = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_INT64 = BigInteger.valueOf(Long.MIN_VALUE);

  private static final int LONGEST_WORD = 5;

  private final Map<String, Resolved> words = new HashMap<>();
  private final boolean[] mayStartWord = new boolean[128];

  private ScalarResolver(boolean booleansOfYaml11) {
    add(Resolved.TRUE, "true", "True", "TRUE");
    add(Resolved.FALSE, "false", "False", "FALSE");
    if (booleansOfYaml11) {
      add(Resolved.TRUE, "y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
      add(Resolved.FALSE, "n", "N", "no", "No", "NO", "off", "Off", "OFF");
    }
    add(Resolved.NULL, "~", "null", "Null", "NULL");
    add(new Resolved(CoreTag.FLOAT, Double.NaN), ".nan", ".NaN", ".NAN");
    Resolved infinity = new Resolved(CoreTag.FLOAT, Double.POSITIVE_INFINITY);
    add(infinity, ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF");
    add(new Resolved(CoreTag.FLOAT, Double.NEGATIVE_INFINITY), "-.inf", "-.Inf", "-.INF");
  }

  private void add(Resolved meaning, String... spellings) {
    for (String spelling : spellings) {
      words.put(spelling, meaning);
      mayStartWord[spelling.charAt(0)] = true;
    }
  }

  /** The meaning of a plain scalar without a tag. */
  public Resolved plain(String text) {
    return isSurelyText(text) ? Resolved.text(text) : look(text, true);
  }

  /** Whether a plain scalar without a tag is a string. */
  public boolean isText(String text) {
    return isSurelyText(text) || look(text, true).tag() == CoreTag.STR;
  }

  /** Tells from the first character; false says nothing. */
  private boolean isSurelyText(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return first >= 128 || !mayStartWord[first] && !isNumberStart(first);
  }

  private static boolean isNumberStart(char c) {
    return c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
  }

  /**
   * The meaning under an explicit tag.
   *
   * @param tag in short form
   * @return null where the text is nothing of that kind
   */
  public @Nullable Resolved tagged(String tag, String text) {
    CoreTag wanted = CoreTag.ofShort(tag);
    if (wanted == null) {
      return Resolved.text(text);
    }
    return switch (wanted) {
      case STR -> Resolved.text(text);
      case BINARY, MERGE, SEQ, MAP -> new Resolved(wanted, text);
      case NULL, BOOL, INT, FLOAT, TIMESTAMP -> {
        Resolved found =
            isSurelyText(text) ? Resolved.text(text) : look(text, wanted == CoreTag.TIMESTAMP);
        if (found.tag() == wanted) {
          yield found;
        }
        boolean widened = wanted == CoreTag.FLOAT && found.value() instanceof Long;
        yield widened
            ? new Resolved(CoreTag.FLOAT, ((Long) requireNonNull(found.value())).doubleValue())
            : null;
      }
    };
  }

  /**
   * What the text would be without its tag, for the error that says it is not what the tag says.
   */
  public CoreTag guess(String text) {
    return isSurelyText(text) ? CoreTag.STR : look(text, false).tag();
  }

  private Resolved look(String text, boolean timestamps) {
    if (text.isEmpty()) {
      return Resolved.NULL;
    }
    Resolved word = text.length() <= LONGEST_WORD ? words.get(text) : null;
    if (word != null) {
      return word;
    }
    char first = text.charAt(0);
    if (first == '.') {
      Double number = GoNumbers.parsePointFloat(text);
      return number == null ? Resolved.text(text) : new Resolved(CoreTag.FLOAT, number);
    }
    if (!isNumberStart(first)) {
      return Resolved.text(text);
    }
    if (timestamps) {
      Timestamp time = Timestamp.parse(text);
      if (time != null) {
        return new Resolved(CoreTag.TIMESTAMP, time);
      }
    }
    return number(text.indexOf('_') < 0 ? text : text.replace("_", ""), text);
  }

  private Resolved number(String digits, String text) {
    if (isShortDecimal(digits)) {
      return new Resolved(CoreTag.INT, Long.parseLong(digits));
    }
    BigInteger integer = GoNumbers.parseInteger(digits, 0);
    if (integer != null && fits(integer, digits)) {
      return ofInteger(integer);
    }
    Double number = GoNumbers.parseFloat(digits);
    if (number != null) {
      return new Resolved(CoreTag.FLOAT, number);
    }
    return prefixed(digits, text);
  }

  private static boolean isShortDecimal(String digits) {
    if (digits.length() > 18 || digits.charAt(0) == '0' && digits.length() > 1) {
      return false;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * A number after {@code 0b}, {@code 0o} may carry a second sign ({@code 0b-11}), since go-yaml
   * cuts the prefix off and parses the rest.
   */
  private Resolved prefixed(String digits, String text) {
    boolean negative = digits.startsWith("-");
    String unsigned = negative ? digits.substring(1) : digits;
    int radix;
    if (unsigned.startsWith("0b")) {
      radix = 2;
    } else if (unsigned.startsWith("0o") && this == V3) {
      radix = 8;
    } else {
      return Resolved.text(text);
    }
    String rest = (negative ? "-" : "") + unsigned.substring(2);
    BigInteger integer = GoNumbers.parseInteger(rest, radix);
    return integer != null && fits(integer, rest) ? ofInteger(integer) : Resolved.text(text);
  }

  private static boolean fits(BigInteger integer, String digits) {
    boolean signed = digits.startsWith("+") || digits.startsWith("-");
    return integer.compareTo(MIN_INT64) >= 0
        && integer.compareTo(signed ? MAX_INT64 : MAX_UINT64) <= 0;
  }

  private static Resolved ofInteger(BigInteger integer) {
    Object value = integer.bitLength() < 64 ? (Object) integer.longValue() : integer;
    return new Resolved(CoreTag.INT, value);
  }
}
