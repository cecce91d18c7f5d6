package io.agentsrender.helm.schema.jsonschema.format;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The formats by their names. A format that is not here is no demand. */
public final class Formats {
  private interface Format {
    void check(String text) throws FormatFault;
  }

  private static final Map<String, Format> FORMATS =
      Map.ofEntries(
          Map.entry("date", TimeFormats::checkDate),
          Map.entry("time", TimeFormats::checkTime),
          Map.entry("date-time", TimeFormats::checkDateTime),
          Map.entry("duration", TimeFormats::checkDuration),
          Map.entry("period", TimeFormats::checkPeriod),
          Map.entry("email", NetworkFormats::checkEmail),
          Map.entry("hostname", NetworkFormats::checkHostname),
          Map.entry("ipv4", NetworkFormats::checkIpv4),
          Map.entry("ipv6", NetworkFormats::checkIpv6),
          Map.entry("uri", UrlFormats::checkUri),
          Map.entry("iri", UrlFormats::checkUri),
          Map.entry("uri-reference", UrlFormats::checkReference),
          Map.entry("iri-reference", UrlFormats::checkReference),
          Map.entry("uri-template", UrlFormats::checkTemplate),
          Map.entry("json-pointer", IdentifierFormats::checkJsonPointer),
          Map.entry("relative-json-pointer", IdentifierFormats::checkRelativeJsonPointer),
          Map.entry("uuid", IdentifierFormats::checkUuid),
          Map.entry("semver", IdentifierFormats::checkSemver),
          Map.entry("regex", Formats::checkRegex));

  private Formats() {}

  /**
   * A function that tells what makes a text not of that format; empty where nobody knows the name.
   */
  public static Optional<Function<String, Optional<String>>> named(String name) {
    Format format = FORMATS.get(name);
    return format == null ? Optional.empty() : Optional.of(text -> fault(format, text));
  }

  private static Optional<String> fault(Format format, String text) {
    try {
      format.check(text);
      return Optional.empty();
    } catch (FormatFault fault) {
      return Optional.of(fault.getMessage());
    }
  }

  private static void checkRegex(String text) throws FormatFault {
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException invalid) {
      throw new FormatFault(String.valueOf(invalid.getMessage()));
    }
  }
}
