package io.agentsrender.yaml.write;

import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scalar.GoFloat;
import io.agentsrender.yaml.scalar.ScalarResolver;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A scalar ready for the emitter.
 *
 * @param style the wanted one
 * @param tag in short form, or null
 */
record ScalarForm(String text, ScalarStyle style, @Nullable String tag) {
  /** Numbers in base 60 of YAML 1.1, which go-yaml does not read but quotes for others. */
  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");

  private static final Set<String> OLD_BOOLEANS =
      Set.of(
          "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off",
          "OFF");

  static final ScalarForm NULL = plain("null");

  static ScalarForm plain(String text) {
    return new ScalarForm(text, ScalarStyle.PLAIN, null);
  }

  /** A string as go-yaml's encoders style it (encode.go, stringv). */
  static ScalarForm string(String text, boolean isV3) {
    ScalarResolver resolver = isV3 ? ScalarResolver.V3 : ScalarResolver.V2;
    ScalarStyle style = ScalarStyle.DOUBLE_QUOTED;
    if (text.indexOf('\n') >= 0) {
      style = ScalarStyle.LITERAL;
    } else if (resolver.isText(text) && !isBase60(text) && !(isV3 && OLD_BOOLEANS.contains(text))) {
      style = ScalarStyle.PLAIN;
    }
    return new ScalarForm(text, style, null);
  }

  private static boolean isBase60(String text) {
    return text.indexOf(':') > 0 && BASE_60.matcher(text).matches();
  }

  static ScalarForm binary(String base64) {
    ScalarStyle style = base64.indexOf('\n') >= 0 ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
    return new ScalarForm(base64, style, "!!binary");
  }

  /** A boolean or a number, or anything else by its text. */
  static ScalarForm other(Object value) {
    return switch (value) {
      case Double number -> plain(GoFloat.shortest(number));
      case Float number -> plain(GoFloat.shortest32(number));
      default -> plain(value.toString());
    };
  }
}
