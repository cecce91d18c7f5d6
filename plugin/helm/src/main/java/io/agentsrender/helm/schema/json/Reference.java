package io.agentsrender.helm.schema.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A URL with the part behind its hash sign: a JSON pointer where that is empty or begins with a
 * slash, the name of an anchor otherwise.
 *
 * @param url absolute once resolved
 * @param fragment percent-decoded
 */
public record Reference(String url, String fragment) {
  private static final String UNESCAPED_IN_PATHS = "-_.~$&+=:@";

  /**
   * @throws SchemaException where the fragment is not percent-encoded as it should be
   */
  public static Reference parse(String text) {
    int hash = text.indexOf('#');
    return hash < 0
        ? new Reference(text, "")
        : new Reference(text.substring(0, hash), decode(text.substring(hash + 1), text));
  }

  /** This reference as seen from a base: absolute. */
  public Reference from(String base) {
    return new Reference(Url.parse(base).resolve(Url.parse(url)).toString(), fragment);
  }

  /** The scheme in front of the URL; empty for a relative one. */
  public Optional<String> scheme() {
    return Optional.ofNullable(Url.parse(url).scheme());
  }

  /** Whether the URL names a host. */
  public boolean hasHost() {
    String authority = Url.parse(url).authority();
    return authority != null && !authority.isEmpty();
  }

  public boolean isPointer() {
    return fragment.isEmpty() || fragment.startsWith("/");
  }

  /** What stands before the first hash sign. */
  public static String withoutFragment(String text) {
    int hash = text.indexOf('#');
    return hash < 0 ? text : text.substring(0, hash);
  }

  private static String decode(String fragment, String whole) {
    if (fragment.indexOf('%') < 0) {
      return fragment;
    }
    byte[] bytes = fragment.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        String escape = new String(bytes, i, Math.min(3, bytes.length - i), StandardCharsets.UTF_8);
        throw new SchemaException(
            "error in parsing \"" + whole + "\": invalid URL escape \"" + escape + "\"");
      }
      decoded.write(high << 4 | low);
      i += 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** Percent-encodes as net/url.PathEscape does, but for slashes. */
  public static String encode(String fragment) {
    StringBuilder text = new StringBuilder(fragment.length());
    for (byte b : fragment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c == '/'
              || c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED_IN_PATHS.indexOf(c) >= 0);
      if (plain) {
        text.append(c);
      } else {
        text.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 0xf));
      }
    }
    return text.toString();
  }

  private static char hexDigit(int value) {
    return "0123456789ABCDEF".charAt(value);
  }

  @Override
  public String toString() {
    return url + "#" + encode(fragment);
  }
}
