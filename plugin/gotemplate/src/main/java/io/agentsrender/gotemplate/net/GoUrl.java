package io.agentsrender.gotemplate.net;

import org.jspecify.annotations.Nullable;

/**
 * An address taken apart ({@code url.URL}).
 *
 * @param host name and port
 * @param path decoded
 * @param rawPath as it was written, where that differs from the usual way to write {@code path}
 * @param omitHost whether an empty host was not even marked by slashes
 * @param forceQuery whether there was an empty query
 * @param fragment decoded
 * @param rawFragment as it was written, where that differs from the usual way
 */
public record GoUrl(
    String scheme,
    String opaque,
    @Nullable UserInfo user,
    String host,
    String path,
    String rawPath,
    boolean omitHost,
    boolean forceQuery,
    String query,
    String fragment,
    String rawFragment) {

  /** An address put together from decoded parts. */
  public static GoUrl of(
      String scheme,
      String opaque,
      @Nullable UserInfo user,
      String host,
      String path,
      String query,
      String fragment) {
    return new GoUrl(scheme, opaque, user, host, path, "", false, false, query, fragment, "");
  }

  /**
   * Reads an address ({@code url.Parse}).
   *
   * @throws io.agentsrender.gotemplate.value.GoError with Go's text
   */
  public static GoUrl parse(String text, UrlRules rules) {
    return new UrlParser(text, rules).parse();
  }

  /**
   * Reads an address as a request has it, in which {@code #} has no meaning ({@code
   * url.ParseRequestURI}).
   *
   * @throws io.agentsrender.gotemplate.value.GoError with Go's text
   */
  public static GoUrl parseRequest(String text, UrlRules rules) {
    return new UrlParser(text, rules).parseRequest();
  }

  /** The host without its port, and without the brackets of an IPv6 address. */
  public String hostname() {
    int colon = host.lastIndexOf(':');
    String name =
        colon >= 0 && UrlParser.isOptionalPort(host.substring(colon))
            ? host.substring(0, colon)
            : host;
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  /** The address as text ({@code URL.String}). */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (opaque.isEmpty()) {
      appendAuthority(out);
      appendPath(out);
    } else {
      out.append(opaque);
    }
    if (forceQuery || !query.isEmpty()) {
      out.append('?').append(query);
    }
    if (!fragment.isEmpty()) {
      out.append('#').append(written(fragment, rawFragment, UrlPart.FRAGMENT));
    }
    return out.toString();
  }

  private void appendAuthority(StringBuilder out) {
    boolean none = host.isEmpty() && user == null;
    if (none && (scheme.isEmpty() || omitHost)) {
      return;
    }
    if (!none || !path.isEmpty()) {
      out.append("//");
    }
    if (user != null) {
      out.append(user).append('@');
    }
    out.append(UrlPart.HOST.escape(host));
  }

  private void appendPath(StringBuilder out) {
    String written = path.equals("*") ? path : written(path, rawPath, UrlPart.PATH);
    if (!written.isEmpty() && !written.startsWith("/") && !host.isEmpty()) {
      out.append('/');
    }
    if (out.isEmpty()) {
      // A colon in the first segment of a relative path would be taken for that of a scheme.
      int slash = written.indexOf('/');
      int colon = written.indexOf(':');
      if (colon >= 0 && (slash < 0 || colon < slash)) {
        out.append("./");
      }
    }
    out.append(written);
  }

  private static String written(String decoded, String raw, UrlPart part) {
    return raw.isEmpty() || !part.isValid(raw) ? part.escape(decoded) : raw;
  }
}
