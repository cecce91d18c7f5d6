package io.agentsrender.helm.schema.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A URL as Go's net/url.Parse takes it apart: as far as schemas ask for it, and with its refusals.
 *
 * @param scheme in lower case; "" for a relative URL
 * @param host with its port
 * @param path percent-decoded
 * @param rawPath as it was written, where that is not how the path would be encoded; else ""
 */
public record GoUrl(String scheme, String host, String path, String rawPath) {
  private static final String UNRESERVED = "-_.~";
  private static final String PLAIN_IN_PATH = UNRESERVED + "$&+,/:;=@";
  private static final String PLAIN_IN_HOST = UNRESERVED + "!$&'()*+,;=:[]<>\"";
  private static final String PLAIN_IN_USER = "-._:~!$&'()*+,;=%@";

  /** A text that is no URL; the message is Go's. */
  public static final class InvalidUrlException extends Exception {
    private static final long serialVersionUID = 1L;

    private InvalidUrlException(String message) {
      super(message, null, false, false);
    }
  }

  private enum Part {
    PATH,
    HOST,
    OTHER
  }

  public static GoUrl parse(String text) throws InvalidUrlException {
    int hash = text.indexOf('#');
    String address = hash < 0 ? text : text.substring(0, hash);
    try {
      GoUrl url = parseAddress(address);
      if (hash >= 0) {
        address = text;
        unescape(text.substring(hash + 1), Part.OTHER);
      }
      return url;
    } catch (InvalidUrlException fault) {
      throw new InvalidUrlException("parse " + GoQuote.quote(address) + ": " + fault.getMessage());
    }
  }

  public boolean isAbsolute() {
    return !scheme.isEmpty();
  }

  /** The host without its port and without the brackets around an IPv6 address. */
  public String hostname() {
    String name = host;
    int colon = name.lastIndexOf(':');
    if (colon >= 0 && isPort(name.substring(colon))) {
      name = name.substring(0, colon);
    }
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  private static GoUrl parseAddress(String text) throws InvalidUrlException {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new InvalidUrlException("net/url: invalid control character in URL");
    }
    int colon = schemeLength(text);
    String scheme = text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    int question = rest.indexOf('?');
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoUrl(scheme, "", "", "");
      }
      int slash = rest.indexOf('/');
      if ((slash < 0 ? rest : rest.substring(0, slash)).indexOf(':') >= 0) {
        throw new InvalidUrlException("first path segment in URL cannot contain colon");
      }
    }
    String host = "";
    if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      int slash = rest.indexOf('/', 2);
      host = parseAuthority(rest.substring(2, slash < 0 ? rest.length() : slash));
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    String path = unescape(rest, Part.PATH);
    return new GoUrl(scheme, host, path, escapePath(path).equals(rest) ? "" : rest);
  }

  /** -1 where there is no scheme. */
  private static int schemeLength(String text) throws InvalidUrlException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean inner = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (c == ':' && i == 0) {
        throw new InvalidUrlException("missing protocol scheme");
      }
      if (c == ':') {
        return i;
      }
      if (!letter && (!inner || i == 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static String parseAuthority(String authority) throws InvalidUrlException {
    int at = authority.lastIndexOf('@');
    String host = parseHost(authority.substring(at + 1));
    if (at >= 0) {
      String user = authority.substring(0, at);
      if (!user.chars().allMatch(c -> isAlphanumeric(c) || PLAIN_IN_USER.indexOf(c) >= 0)) {
        throw new InvalidUrlException("net/url: invalid userinfo");
      }
      unescape(user, Part.OTHER);
    }
    return host;
  }

  private static String parseHost(String host) throws InvalidUrlException {
    String port = "";
    if (host.startsWith("[")) {
      int end = host.lastIndexOf(']');
      if (end < 0) {
        throw new InvalidUrlException("missing ']' in host");
      }
      port = host.substring(end + 1);
    } else if (host.indexOf(':') >= 0) {
      port = host.substring(host.lastIndexOf(':'));
    }
    if (!port.isEmpty() && !isPort(port)) {
      throw new InvalidUrlException("invalid port " + GoQuote.quote(port) + " after host");
    }
    return unescape(host, Part.HOST);
  }

  private static boolean isPort(String colonAndDigits) {
    return colonAndDigits.startsWith(":")
        && colonAndDigits.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  private static String unescape(String text, Part part) throws InvalidUrlException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i] & 0xff;
      if (c == '%') {
        String escape = new String(bytes, i, Math.min(3, bytes.length - i), StandardCharsets.UTF_8);
        int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
        int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
        boolean asciiInHost = part == Part.HOST && high < 8 && !escape.equals("%25");
        if (high < 0 || low < 0 || asciiInHost) {
          throw new InvalidUrlException("invalid URL escape " + GoQuote.quote(escape));
        }
        plain.write(high << 4 | low);
        i += 2;
        continue;
      }
      if (part == Part.HOST && c < 0x80 && !isAlphanumeric(c) && PLAIN_IN_HOST.indexOf(c) < 0) {
        throw new InvalidUrlException(
            "invalid character " + GoQuote.quote(Character.toString(c)) + " in host name");
      }
      plain.write(c);
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  private static String escapePath(String path) {
    StringBuilder escaped = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (isAlphanumeric(c) || PLAIN_IN_PATH.indexOf(c) >= 0) {
        escaped.append((char) c);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", c));
      }
    }
    return escaped.toString();
  }

  private static boolean isAlphanumeric(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
