package io.agentsrender.helm.schema.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL without its fragment, resolved as net/url.ResolveReference does it (RFC 3986, section 5.2,
 * with the extra that {@code file:/x} is written {@code file:///x}).
 */
record Url(
    @Nullable String scheme,
    @Nullable String authority,
    String path,
    @Nullable String query,
    @Nullable String opaque) {

  // RFC 3986, appendix B; a fragment never reaches this class.
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?]*))?([^?]*)(?:\\?(.*))?", Pattern.DOTALL);

  static Url parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return new Url(null, null, text, null, null);
    }
    String scheme = parts.group(1);
    String path = parts.group(3);
    boolean opaque =
        scheme != null && parts.group(2) == null && !path.isEmpty() && !path.startsWith("/");
    return new Url(
        scheme, parts.group(2), opaque ? "" : path, parts.group(4), opaque ? path : null);
  }

  Url resolve(Url reference) {
    if (reference.scheme != null && reference.opaque != null) {
      return reference;
    }
    String inherited = reference.scheme != null ? reference.scheme : scheme;
    if (reference.scheme != null || reference.hasAuthority()) {
      String whole = resolvePath(reference.path, "");
      return new Url(inherited, reference.authority, whole, reference.query, null);
    }
    if (reference.path.isEmpty()) {
      String sameQuery = reference.query != null ? reference.query : query;
      if (opaque != null) {
        return new Url(inherited, null, "", sameQuery, opaque);
      }
      return new Url(inherited, authority, resolvePath(path, ""), sameQuery, null);
    }
    if (opaque != null) {
      // The library keeps the opaque part, so that nothing below a urn: can be reached by a path.
      return new Url(inherited, null, "", reference.query, opaque);
    }
    return new Url(inherited, authority, resolvePath(path, reference.path), reference.query, null);
  }

  private boolean hasAuthority() {
    return authority != null && !authority.isEmpty();
  }

  private static String resolvePath(String base, String reference) {
    String full;
    if (reference.isEmpty()) {
      full = base;
    } else if (reference.startsWith("/")) {
      full = reference;
    } else {
      full = base.substring(0, base.lastIndexOf('/') + 1) + reference;
    }
    if (full.isEmpty()) {
      return "";
    }
    Deque<String> segments = new ArrayDeque<>();
    String last = "";
    for (String segment : full.split("/", -1)) {
      last = segment;
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    if (last.equals(".") || last.equals("..")) {
      segments.addLast("");
    }
    String joined = String.join("/", segments);
    return joined.startsWith("/") ? joined : "/" + joined;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (scheme != null) {
      text.append(scheme).append(':');
    }
    if (opaque != null) {
      text.append(opaque);
    } else {
      if (hasAuthority() || (scheme != null && !path.isEmpty())) {
        text.append("//");
      }
      if (authority != null) {
        text.append(authority);
      }
      if (hasAuthority() && !path.isEmpty() && !path.startsWith("/")) {
        text.append('/');
      }
      text.append(path);
    }
    if (query != null) {
      text.append('?').append(query);
    }
    return text.toString();
  }
}
