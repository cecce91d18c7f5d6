package io.agentsrender.helm.schema.gojsonschema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agentsrender.helm.schema.json.GoUrl;
import io.agentsrender.helm.schema.json.GoUrl.InvalidUrlException;
import io.agentsrender.helm.schema.json.IpAddress;
import io.agentsrender.helm.schema.json.SchemaException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The formats the library knows (gojsonschema/format_checkers.go); all others hold for any text.
 */
final class FormatCheckers {
  private static final String LABEL = "([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])";
  private static final Pattern HOSTNAME = Pattern.compile("^" + LABEL + "(\\." + LABEL + ")*$");
  private static final int LONGEST_HOSTNAME = 255;

  private static final Pattern UUID =
      Pattern.compile("^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$");
  private static final Pattern POINTER = Pattern.compile("^(?:/(?:[^~/]|~0|~1)*)*$");
  private static final Pattern RELATIVE_POINTER =
      Pattern.compile("^(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~0|~1)*)*)$");
  private static final Pattern BALANCED_BRACES = Pattern.compile("^([^{]*({[^}]*})?)*$");

  // What time.Parse takes for 15:04:05 and Z07:00: an hour of one digit, fractions, offsets up to
  // 24:60.
  private static final Pattern DATE = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})$");
  private static final Pattern CLOCK =
      Pattern.compile("^([01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d([.,]\\d+)?$");
  private static final Pattern CLOCK_WITH_ZONE =
      Pattern.compile(
          "^([01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d([.,]\\d+)?(Z|[+-]([01]\\d|2[0-4]):([0-5]\\d|60))$");

  private static final Pattern PLAIN_ADDRESS =
      Pattern.compile(
          "^[^\\s\\x00-\\x1f\\x7f()<>\\[\\]:;@\\\\,\".]+(\\.[^\\s\\x00-\\x1f\\x7f()<>\\[\\]:;@\\\\,\".]+)*@"
              + "[^\\s\\x00-\\x1f\\x7f()<>\\[\\]:;@\\\\,\".]+(\\.[^\\s\\x00-\\x1f\\x7f()<>\\[\\]:;@\\\\,\".]+)*$");
  private static final String RARE_IN_ADDRESSES = "\"()<>[]\\:=";

  private static final Map<String, Predicate<String>> CHECKERS =
      Map.ofEntries(
          Map.entry("date", FormatCheckers::isDate),
          Map.entry("time", FormatCheckers::isTime),
          Map.entry("date-time", FormatCheckers::isDateTime),
          Map.entry("hostname", FormatCheckers::isHostname),
          Map.entry("email", FormatCheckers::isEmail),
          Map.entry("idn-email", FormatCheckers::isEmail),
          Map.entry("ipv4", text -> text.contains(".") && isIpAddress(text)),
          Map.entry("ipv6", text -> text.contains(":") && isIpAddress(text)),
          Map.entry("uri", text -> isReference(text) && isAbsolute(text)),
          Map.entry("iri", text -> isReference(text) && isAbsolute(text)),
          Map.entry("uri-reference", FormatCheckers::isReference),
          Map.entry("iri-reference", FormatCheckers::isReference),
          Map.entry("uri-template", FormatCheckers::isTemplate),
          Map.entry("uuid", text -> UUID.matcher(text).find()),
          Map.entry("regex", FormatCheckers::isRegex),
          Map.entry("json-pointer", text -> POINTER.matcher(text).find()),
          Map.entry("relative-json-pointer", text -> RELATIVE_POINTER.matcher(text).find()));

  private FormatCheckers() {}

  static boolean isKnown(String format) {
    return CHECKERS.containsKey(format);
  }

  static boolean isOfFormat(String format, String text) {
    Predicate<String> checker = CHECKERS.get(format);
    return checker == null || checker.test(text);
  }

  private static boolean isDate(String text) {
    var date = DATE.matcher(text);
    if (!date.matches()) {
      return false;
    }
    try {
      LocalDate.of(
          Integer.parseInt(date.group(1)),
          Integer.parseInt(date.group(2)),
          Integer.parseInt(date.group(3)));
      return true;
    } catch (DateTimeException outOfRange) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    return CLOCK.matches(text) || CLOCK_WITH_ZONE.matches(text);
  }

  private static boolean isDateTime(String text) {
    if (isTime(text) || isDate(text)) {
      return true;
    }
    return text.length() > 11
        && text.charAt(10) == 'T'
        && isDate(text.substring(0, 10))
        && CLOCK_WITH_ZONE.matches(text.substring(11));
  }

  private static boolean isHostname(String text) {
    return HOSTNAME.matcher(text).find()
        && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_HOSTNAME;
  }

  /** net/mail.ParseAddress, for addresses without a name, comments, quotes and literal domains. */
  private static boolean isEmail(String text) {
    if (PLAIN_ADDRESS.matcher(text.strip()).find()) {
      return true;
    }
    if (text.chars().anyMatch(c -> RARE_IN_ADDRESSES.indexOf(c) >= 0)) {
      throw SchemaException.notSupported(
          "the format email for \"" + text + "\", which is more than local-part@domain");
    }
    return false;
  }

  private static boolean isIpAddress(String text) {
    return IpAddress.fault(text).isEmpty() && !IpAddress.hasZone(text);
  }

  private static Optional<GoUrl> url(String text) {
    try {
      return text.indexOf('\\') >= 0 ? Optional.empty() : Optional.of(GoUrl.parse(text));
    } catch (InvalidUrlException invalid) {
      return Optional.empty();
    }
  }

  private static boolean isReference(String text) {
    return url(text).isPresent();
  }

  private static boolean isAbsolute(String text) {
    return url(text).filter(GoUrl::isAbsolute).isPresent();
  }

  private static boolean isTemplate(String text) {
    return url(text).filter(url -> BALANCED_BRACES.matcher(url.path()).find()).isPresent();
  }

  private static boolean isRegex(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException invalid) {
      return false;
    }
  }
}
