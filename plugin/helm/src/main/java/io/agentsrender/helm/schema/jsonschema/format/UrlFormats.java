package io.agentsrender.helm.schema.jsonschema.format;

import io.agentsrender.helm.schema.json.GoUrl;
import io.agentsrender.helm.schema.json.GoUrl.InvalidUrlException;
import io.agentsrender.helm.schema.json.IpAddress;
import java.util.Optional;

/** URLs, references and templates of such. */
final class UrlFormats {
  private UrlFormats() {}

  static void checkUri(String text) throws FormatFault {
    if (!parse(text).isAbsolute()) {
      throw new FormatFault("relative url");
    }
  }

  static void checkReference(String text) throws FormatFault {
    if (text.indexOf('\\') >= 0) {
      throw new FormatFault("contains \\");
    }
    parse(text);
  }

  /** Braces in the path must come in pairs and hold no further ones. */
  static void checkTemplate(String text) throws FormatFault {
    boolean open = false;
    for (char c : parse(text).rawPath().toCharArray()) {
      if (c == '/' && open) {
        throw new FormatFault("no matching closing brace");
      }
      if (c == '{' && open || c == '}' && !open) {
        throw new FormatFault("nested curly braces");
      }
      open = c == '{' || open && c != '}';
    }
    if (open) {
      throw new FormatFault("no matching closing brace");
    }
  }

  private static GoUrl parse(String text) throws FormatFault {
    GoUrl url;
    try {
      url = GoUrl.parse(text);
    } catch (InvalidUrlException fault) {
      throw new FormatFault(String.valueOf(fault.getMessage()));
    }
    String name = url.hostname();
    if (name.contains(":")) {
      if (!url.host().contains("[") || !url.host().contains("]")) {
        throw new FormatFault("ipv6 address not enclosed in brackets");
      }
      Optional<String> fault = IpAddress.fault(name);
      if (fault.isPresent() || IpAddress.hasZone(name)) {
        String reason = fault.orElse("zone id is not a part of ipv6 address");
        throw new FormatFault("invalid ipv6 address: " + reason);
      }
    }
    return url;
  }
}
