package io.agentsrender.gotemplate.net;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoError;
import org.jspecify.annotations.Nullable;

/** Reads one address (net/url, parse). */
final class UrlParser {
  private static final String USER_MARKS = "-._:~!$&'()*+,;=%@";

  private final String text;
  private final UrlRules rules;

  private String scheme = "";
  private @Nullable UserInfo user;
  private String host = "";

  UrlParser(String text, UrlRules rules) {
    this.text = text;
    this.rules = rules;
  }

  GoUrl parse() {
    int hash = text.indexOf('#');
    String url = hash < 0 ? text : text.substring(0, hash);
    String rawFragment = hash < 0 ? "" : text.substring(hash + 1);
    String blamed = url;
    try {
      GoUrl parsed = parseWithoutFragment(url);
      blamed = text;
      String fragment = UrlPart.FRAGMENT.unescape(rawFragment);
      return new GoUrl(
          parsed.scheme(),
          parsed.opaque(),
          parsed.user(),
          parsed.host(),
          parsed.path(),
          parsed.rawPath(),
          parsed.omitHost(),
          parsed.forceQuery(),
          parsed.query(),
          fragment,
          unlessUsual(UrlPart.FRAGMENT, fragment, rawFragment));
    } catch (GoError e) {
      throw new GoError("parse " + Quotes.quote(blamed) + ": " + e.text(), e);
    }
  }

  /** One address as a request has it. */
  GoUrl parseRequest() {
    try {
      if (text.isEmpty()) {
        throw new GoError("empty url");
      }
      GoUrl parsed = parseWithoutFragment(text);
      boolean relative = parsed.scheme().isEmpty();
      if (relative && !text.startsWith("/") && !text.equals("*")) {
        throw new GoError("invalid URI for request");
      }
      return parsed;
    } catch (GoError e) {
      throw new GoError("parse " + Quotes.quote(text) + ": " + e.text(), e);
    }
  }

  private GoUrl parseWithoutFragment(String url) {
    if (url.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new GoError("net/url: invalid control character in URL");
    }
    if (url.equals("*")) {
      return GoUrl.of("", "", null, "", "*", "", "");
    }
    String rest = readScheme(url);
    int mark = rest.indexOf('?');
    boolean forceQuery = mark >= 0 && mark == rest.length() - 1;
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    boolean rooted = rest.startsWith("/");
    if (!rooted && !scheme.isEmpty()) {
      return new GoUrl(scheme, rest, null, "", "", "", false, forceQuery, query, "", "");
    }
    if (!rooted && before(rest, '/').contains(":")) {
      throw new GoError("first path segment in URL cannot contain colon");
    }
    boolean hasAuthority = rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"));
    if (hasAuthority) {
      String authority = before(rest.substring(2), '/');
      rest = rest.substring(2 + authority.length());
      readAuthority(authority);
    }
    boolean omitHost = !hasAuthority && rooted && !scheme.isEmpty();
    String path = UrlPart.PATH.unescape(rest);
    return new GoUrl(
        scheme,
        "",
        user,
        host,
        path,
        unlessUsual(UrlPart.PATH, path, rest),
        omitHost,
        forceQuery,
        query,
        "",
        "");
  }

  private static String unlessUsual(UrlPart part, String decoded, String written) {
    return part.escape(decoded).equals(written) ? "" : written;
  }

  private static String before(String s, char mark) {
    int at = s.indexOf(mark);
    return at < 0 ? s : s.substring(0, at);
  }

  /** Takes the scheme off; without one all is left. */
  private String readScheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        if (i == 0) {
          throw new GoError("missing protocol scheme");
        }
        scheme = lower(url.substring(0, i));
        return url.substring(i + 1);
      }
      if (!letter && (!other || i == 0)) {
        return url;
      }
    }
    return url;
  }

  /** Schemes are ASCII. */
  private static String lower(String s) {
    StringBuilder out = new StringBuilder(s);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.setCharAt(i, (char) (c | 0x20));
      }
    }
    return out.toString();
  }

  private void readAuthority(String authority) {
    int at = authority.lastIndexOf('@');
    host = parsedHost(authority.substring(at + 1));
    if (at < 0) {
      return;
    }
    String info = authority.substring(0, at);
    if (!info.chars().allMatch(UrlParser::mayBeInUser)) {
      throw new GoError("net/url: invalid userinfo");
    }
    int colon = info.indexOf(':');
    String name = UrlPart.USER.unescape(colon < 0 ? info : info.substring(0, colon));
    user = new UserInfo(name, colon < 0 ? null : UrlPart.USER.unescape(info.substring(colon + 1)));
  }

  private static boolean mayBeInUser(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || USER_MARKS.indexOf(c) >= 0;
  }

  private String parsedHost(String written) {
    int open =
        rules == UrlRules.GO_1_22 ? (written.startsWith("[") ? 0 : -1) : written.lastIndexOf('[');
    if (open > 0 && rules == UrlRules.GO_1_26) {
      throw new GoError("invalid IP-literal");
    }
    if (open >= 0) {
      return bracketed(written, open);
    }
    int colon = written.indexOf(':');
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (rules != UrlRules.GO_1_26 || !web) {
      colon = written.lastIndexOf(':');
    }
    if (colon >= 0) {
      requirePort(written.substring(colon));
    }
    return UrlPart.HOST.unescape(written);
  }

  /** An address of IPv6 in brackets, perhaps with a zone (RFC 6874), and a port after it. */
  private String bracketed(String written, int open) {
    int close = written.lastIndexOf(']');
    if (close < 0) {
      throw new GoError("missing ']' in host");
    }
    String port = written.substring(close + 1);
    requirePort(port);
    if (close < open) {
      throw new GoError(
          "runtime error: slice bounds out of range [" + (open + 1) + ":" + close + "]");
    }
    String address = written.substring(open + 1, close);
    int zone = address.indexOf("%25");
    String decoded =
        zone < 0
            ? UrlPart.HOST.unescape(address)
            : UrlPart.HOST.unescape(address.substring(0, zone))
                + UrlPart.ZONE.unescape(address.substring(zone));
    if (rules != UrlRules.GO_1_22) {
      requireIpv6(decoded);
    }
    return "[" + decoded + "]" + UrlPart.HOST.unescape(port);
  }

  private static void requireIpv6(String address) {
    IpAddress parsed;
    try {
      parsed = IpAddress.parse(address);
    } catch (GoError e) {
      throw new GoError("invalid host: " + e.text(), e);
    }
    if (parsed.isIpv4()) {
      throw new GoError("invalid IP-literal");
    }
  }

  private static void requirePort(String port) {
    if (!isOptionalPort(port)) {
      throw new GoError("invalid port " + Quotes.quote(port) + " after host");
    }
  }

  /** Whether this is nothing, or a colon with digits or nothing after it. */
  static boolean isOptionalPort(String port) {
    return port.isEmpty()
        || (port.charAt(0) == ':' && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
  }
}
