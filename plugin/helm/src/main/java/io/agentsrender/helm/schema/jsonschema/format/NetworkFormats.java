package io.agentsrender.helm.schema.jsonschema.format;

import io.agentsrender.helm.schema.json.IpAddress;
import java.util.Optional;

/** Hosts, addresses and mail addresses. */
final class NetworkFormats {
  private static final int LONGEST_HOSTNAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String LOCAL_PUNCTUATION = ".!#$%&'*+-/=?^_`{|}~";

  private NetworkFormats() {}

  static void checkIpv4(String text) throws FormatFault {
    String[] groups = text.split("\\.", -1);
    if (groups.length != 4) {
      throw new FormatFault("expected four decimals");
    }
    for (String group : groups) {
      if (group.length() > 1 && group.startsWith("0")) {
        throw new FormatFault("leading zeros");
      }
      long number = Digits.number(group);
      if (number < 0 || number > 255) {
        throw new FormatFault("decimal must be between 0 and 255");
      }
    }
  }

  static void checkIpv6(String text) throws FormatFault {
    if (!text.contains(":")) {
      throw new FormatFault("missing colon");
    }
    Optional<String> fault = IpAddress.fault(text);
    if (fault.isPresent()) {
      throw new FormatFault(fault.get());
    }
    if (IpAddress.hasZone(text)) {
      throw new FormatFault("zone id is not a part of ipv6 address");
    }
  }

  static void checkHostname(String text) throws FormatFault {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (Digits.byteLength(name) > LONGEST_HOSTNAME) {
      throw new FormatFault("more than 253 characters long");
    }
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() || Digits.byteLength(label) > LONGEST_LABEL) {
        throw new FormatFault("label must be 1 to 63 characters long");
      }
      if (label.startsWith("-")) {
        throw new FormatFault("label starts with hyphen");
      }
      if (label.endsWith("-")) {
        throw new FormatFault("label ends with hyphen");
      }
      IdentifierFormats.checkCharacters(label, Digits::isWord, "invalid character ", "");
    }
  }

  static void checkEmail(String text) throws FormatFault {
    if (Digits.byteLength(text) > LONGEST_EMAIL) {
      throw new FormatFault("more than 255 characters long");
    }
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw new FormatFault("missing @");
    }
    checkLocalPart(text.substring(0, at));
    checkDomain(text.substring(at + 1));
  }

  private static void checkLocalPart(String local) throws FormatFault {
    if (Digits.byteLength(local) > LONGEST_LOCAL_PART) {
      throw new FormatFault("local part more than 64 characters long");
    }
    if (local.length() > 1 && local.startsWith("\"")) {
      String inside = local.substring(1, local.length() - 1);
      if (inside.indexOf('\\') >= 0 || inside.indexOf('"') >= 0) {
        throw new FormatFault("backslash and quote are not allowed within quoted local part");
      }
      return;
    }
    if (local.startsWith(".")) {
      throw new FormatFault("starts with dot");
    }
    if (local.endsWith(".")) {
      throw new FormatFault("ends with dot");
    }
    if (local.contains("..")) {
      throw new FormatFault("consecutive dots");
    }
    IdentifierFormats.checkCharacters(
        local,
        c -> Digits.isDigit(c) || Digits.isLetter(c) || LOCAL_PUNCTUATION.indexOf(c) >= 0,
        "invalid character ",
        "");
  }

  private static void checkDomain(String domain) throws FormatFault {
    if (!domain.startsWith("[") || !domain.endsWith("]")) {
      checkPart("invalid domain: ", domain, NetworkFormats::checkHostname);
      return;
    }
    String address = domain.substring(1, Math.max(1, domain.length() - 1));
    if (address.startsWith("IPv6:")) {
      checkPart("invalid ipv6 address: ", address.substring(5), NetworkFormats::checkIpv6);
    } else {
      checkPart("invalid ipv4 address: ", address, NetworkFormats::checkIpv4);
    }
  }

  private static void checkPart(String before, String part, Part format) throws FormatFault {
    try {
      format.check(part);
    } catch (FormatFault fault) {
      throw new FormatFault(before + fault.getMessage());
    }
  }

  private interface Part {
    void check(String text) throws FormatFault;
  }
}
