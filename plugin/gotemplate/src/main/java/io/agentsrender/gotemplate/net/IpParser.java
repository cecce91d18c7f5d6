package io.agentsrender.gotemplate.net;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoError;
import java.util.Arrays;

/** Reads one address (net/netip, ParseAddr). */
final class IpParser {
  private static final int IPV6_BYTES = 16;
  private static final int NONE = -1;

  private final String text;

  IpParser(String text) {
    this.text = text;
  }

  IpAddress parse() {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '.' -> {
          byte[] bytes = new byte[4];
          ipv4(text, bytes, 0);
          return new IpAddress(bytes, "");
        }
        case ':' -> {
          return ipv6();
        }
        case '%' -> throw error("missing IPv6 address", "");
        default -> {}
      }
    }
    throw error("unable to parse IP", "");
  }

  private void ipv4(String s, byte[] into, int offset) {
    int value = 0;
    int field = 0;
    int digits = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 1 && value == 0) {
          throw error("IPv4 field has octet with leading zero", "");
        }
        value = value * 10 + c - '0';
        digits++;
        if (value > 255) {
          throw error("IPv4 field has value >255", "");
        }
      } else if (c != '.') {
        throw error("unexpected character", s.substring(i));
      } else {
        if (i == 0 || i == s.length() - 1 || s.charAt(i - 1) == '.') {
          throw error("IPv4 field must have at least one digit", s.substring(i));
        }
        if (field == 3) {
          throw error("IPv4 address too long", "");
        }
        into[offset + field++] = (byte) value;
        value = 0;
        digits = 0;
      }
    }
    if (field < 3) {
      throw error("IPv4 address too short", "");
    }
    into[offset + 3] = (byte) value;
  }

  private IpAddress ipv6() {
    int percent = text.indexOf('%');
    String zone = percent < 0 ? "" : text.substring(percent + 1);
    if (percent >= 0 && zone.isEmpty()) {
      throw error("zone must be a non-empty string", "");
    }
    return new IpAddress(fields(percent < 0 ? text : text.substring(0, percent)), zone);
  }

  private byte[] fields(String address) {
    byte[] ip = new byte[IPV6_BYTES];
    String s = address;
    int ellipsis = NONE;
    if (s.startsWith("::")) {
      ellipsis = 0;
      s = s.substring(2);
      if (s.isEmpty()) {
        return ip;
      }
    }
    int i = 0;
    while (i < IPV6_BYTES) {
      int length = hexLength(s);
      if (length < s.length() && s.charAt(length) == '.') {
        requireRoomForIpv4(ellipsis, i, s);
        ipv4(s, ip, i);
        s = "";
        i += 4;
        break;
      }
      int field = Integer.parseInt(s.substring(0, length), 16);
      ip[i] = (byte) (field >> 8);
      ip[i + 1] = (byte) field;
      i += 2;
      s = s.substring(length);
      if (s.isEmpty()) {
        break;
      }
      if (s.charAt(0) != ':') {
        throw error("unexpected character, want colon", s);
      }
      if (s.length() == 1) {
        throw error("colon must be followed by more characters", s);
      }
      s = s.substring(1);
      if (s.charAt(0) == ':') {
        if (ellipsis >= 0) {
          throw error("multiple :: in address", s);
        }
        ellipsis = i;
        s = s.substring(1);
        if (s.isEmpty()) {
          break;
        }
      }
    }
    if (!s.isEmpty()) {
      throw error("trailing garbage after address", s);
    }
    return expanded(ip, i, ellipsis);
  }

  /** The digits that a field starts with: one to four. */
  private int hexLength(String s) {
    int length = 0;
    while (length < s.length() && Character.digit(s.charAt(length), 16) >= 0) {
      if (length > 3) {
        throw error("each group must have 4 or less digits", s);
      }
      length++;
    }
    if (length == 0) {
      throw error("each colon-separated field must have at least one digit", s);
    }
    return length;
  }

  private void requireRoomForIpv4(int ellipsis, int i, String s) {
    if (ellipsis < 0 && i != 12) {
      throw error("embedded IPv4 address must replace the final 2 fields of the address", s);
    }
    if (i + 4 > IPV6_BYTES) {
      throw error("too many hex fields to fit an embedded IPv4 at the end of the address", s);
    }
  }

  /** Fills the place of the double colon with zeros. */
  private byte[] expanded(byte[] ip, int used, int ellipsis) {
    if (used == IPV6_BYTES) {
      if (ellipsis >= 0) {
        throw error("the :: must expand to at least one field of zeros", "");
      }
      return ip;
    }
    if (ellipsis < 0) {
      throw error("address string too short", "");
    }
    int zeros = IPV6_BYTES - used;
    System.arraycopy(ip, ellipsis, ip, ellipsis + zeros, used - ellipsis);
    Arrays.fill(ip, ellipsis, ellipsis + zeros, (byte) 0);
    return ip;
  }

  private GoError error(String reason, String at) {
    String where = at.isEmpty() ? "" : " (at " + Quotes.quote(at) + ")";
    return new GoError("ParseAddr(" + Quotes.quote(text) + "): " + reason + where);
  }
}
