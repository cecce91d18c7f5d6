package io.agentsrender.gotemplate.net;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoError;

/** The parts of an address, in which different characters need escapes (net/url, shouldEscape). */
enum UrlPart {
  PATH("$&+,/:;=@"),
  HOST("!$&'()*+,;=:[]<>\""),
  /** The zone of an IPv6 address. */
  ZONE("!$&'()*+,;=:[]<>\""),
  USER("$&+,;="),
  FRAGMENT("$&+,/:;=?@!()*");

  private static final String UNRESERVED = "-_.~";
  private static final String HEX = "0123456789ABCDEF";
  private static final String ESCAPED_PERCENT = "%25";

  /** What is left as it was written, if only it is not wrong (net/url, validEncoded). */
  private static final String TOLERATED = "!$&'()*+,;=:@[]%";

  private final String plain;

  UrlPart(String plain) {
    this.plain = plain;
  }

  private boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0
        || plain.indexOf(c) >= 0;
  }

  private boolean isHostOrZone() {
    return this == HOST || this == ZONE;
  }

  String escape(String decoded) {
    StringBuilder out = new StringBuilder(decoded.length());
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (isPlain(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  /** Whether text may stand as it is. */
  boolean isValid(String written) {
    return written.chars().allMatch(c -> TOLERATED.indexOf(c) >= 0 || isPlain((char) c));
  }

  /**
   * @throws GoError for an escape or a character that may not be there
   */
  String unescape(String written) {
    StringBuilder out = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '%') {
        out.append(escapedAt(written, i));
        i += 2;
      } else if (isHostOrZone() && c < 0x80 && !isPlain(c)) {
        throw new GoError("invalid character " + Quotes.quote(String.valueOf(c)) + " in host name");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private char escapedAt(String written, int i) {
    int high = i + 1 < written.length() ? Character.digit(written.charAt(i + 1), 16) : -1;
    int low = i + 2 < written.length() ? Character.digit(written.charAt(i + 2), 16) : -1;
    String escape = written.substring(i, Math.min(i + 3, written.length()));
    char c = (char) (high << 4 | low);
    // In a host only bytes beyond ASCII may be escaped, but for the percent sign before a zone.
    boolean sound =
        high >= 0
            && low >= 0
            && switch (this) {
              case HOST -> high >= 8 || escape.equals(ESCAPED_PERCENT);
              case ZONE -> c == ' ' || HOST.isPlain(c) || escape.equals(ESCAPED_PERCENT);
              default -> true;
            };
    if (!sound) {
      throw new GoError("invalid URL escape " + Quotes.quote(escape));
    }
    return c;
  }
}
