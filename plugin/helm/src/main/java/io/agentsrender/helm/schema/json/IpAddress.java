package io.agentsrender.helm.schema.json;

import java.util.Optional;

/** Reads IP addresses as Go's net/netip.ParseAddr does, and says what is wrong in its words. */
public final class IpAddress {
  private static final int FIELDS = 8;

  private final String text;

  private IpAddress(String text) {
    this.text = text;
  }

  /** What makes the text no IP address, version 4 or 6; empty where it is one. */
  public static Optional<String> fault(String text) {
    try {
      new IpAddress(text).read();
      return Optional.empty();
    } catch (Fault fault) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
  }

  /** Whether it names a zone, which only version 6 has. */
  public static boolean hasZone(String text) {
    return text.indexOf('%') >= 0;
  }

  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private Fault(String message) {
      super(message, null, false, false);
    }
  }

  private Fault fault(String reason, String at) {
    String place = at.isEmpty() ? "" : " (at " + GoQuote.quote(at) + ")";
    return new Fault("ParseAddr(" + GoQuote.quote(text) + "): " + reason + place);
  }

  private void read() throws Fault {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '.' -> {
          readVersion4(text);
          return;
        }
        case ':' -> {
          readVersion6();
          return;
        }
        case '%' -> throw fault("missing IPv6 address", "");
        default -> {}
      }
    }
    throw fault("unable to parse IP", "");
  }

  private void readVersion4(String address) throws Fault {
    int fields = 0;
    int value = 0;
    int digits = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 1 && value == 0) {
          throw fault("IPv4 field has octet with leading zero", "");
        }
        value = value * 10 + (c - '0');
        digits++;
        if (value > 255) {
          throw fault("IPv4 field has value >255", "");
        }
      } else if (c == '.') {
        if (i == 0 || i == address.length() - 1 || address.charAt(i - 1) == '.') {
          throw fault("IPv4 field must have at least one digit", address.substring(i));
        }
        if (fields == 3) {
          throw fault("IPv4 address too long", "");
        }
        fields++;
        value = 0;
        digits = 0;
      } else {
        throw fault("unexpected character", address.substring(i));
      }
    }
    if (fields < 3) {
      throw fault("IPv4 address too short", "");
    }
  }

  private void readVersion6() throws Fault {
    int percent = text.indexOf('%');
    if (percent == text.length() - 1) {
      throw fault("zone must be a non-empty string", "");
    }
    String rest = percent < 0 ? text : text.substring(0, percent);
    boolean ellipsis = rest.startsWith("::");
    rest = ellipsis ? rest.substring(2) : rest;
    int fields = 0;
    while (fields < FIELDS && !(ellipsis && rest.isEmpty())) {
      int digits = hexDigits(rest);
      if (digits == 0) {
        throw fault("each colon-separated field must have at least one digit", rest);
      }
      if (digits < rest.length() && rest.charAt(digits) == '.') {
        readEmbedded(rest, fields, ellipsis);
        fields += 2;
        rest = "";
        break;
      }
      fields++;
      rest = rest.substring(digits);
      if (rest.isEmpty()) {
        break;
      }
      if (rest.charAt(0) != ':') {
        throw fault("unexpected character, want colon", rest);
      }
      if (rest.length() == 1) {
        throw fault("colon must be followed by more characters", rest);
      }
      rest = rest.substring(1);
      if (rest.charAt(0) == ':') {
        if (ellipsis) {
          throw fault("multiple :: in address", rest);
        }
        ellipsis = true;
        rest = rest.substring(1);
      }
    }
    if (!rest.isEmpty()) {
      throw fault("trailing garbage after address", rest);
    }
    if (fields < FIELDS && !ellipsis) {
      throw fault("address string too short", "");
    }
    if (fields == FIELDS && ellipsis) {
      throw fault("the :: must expand to at least one field of zeros", "");
    }
  }

  private void readEmbedded(String rest, int fields, boolean ellipsis) throws Fault {
    if (!ellipsis && fields != FIELDS - 2) {
      throw fault("embedded IPv4 address must replace the final 2 fields of the address", rest);
    }
    if (fields > FIELDS - 2) {
      throw fault("too many hex fields to fit an embedded IPv4 at the end of the address", rest);
    }
    readVersion4(rest);
  }

  private int hexDigits(String rest) throws Fault {
    int digits = 0;
    while (digits < rest.length() && isHexDigit(rest.charAt(digits))) {
      if (digits > 3) {
        throw fault("each group must have 4 or less digits", rest);
      }
      digits++;
    }
    return digits;
  }

  private static boolean isHexDigit(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }
}
