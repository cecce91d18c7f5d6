package io.agentsrender.fetch.access;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts that may be asked: {@code git.example.com}, {@code registry.example.com:5000}, {@code
 * *.example.com} for all hosts below it, and {@code http://charts.example.com} where plain HTTP is
 * allowed too.
 *
 * @param host in lower case; without the {@code *} of a pattern
 * @param below whether hosts below {@code host} are meant, and not itself
 * @param port 0 for any
 * @param plain whether plain HTTP is allowed
 */
public record HostPattern(String host, boolean below, int port, boolean plain) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(http://|https://)?(\\*\\.)?([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?/?");

  /**
   * Reads one.
   *
   * @param setting where it stands, for the error
   * @throws RenderException where it is malformed
   */
  public static HostPattern parse(String text, String setting) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (!matcher.matches()) {
      throw new RenderException(
          Problem.error("reading " + setting, "\"" + text + "\" is not a host")
              .withAdvice(
                  "Write a host such as git.example.com, registry.example.com:5000, *.example.com,"
                      + " or http://charts.example.com to allow plain HTTP; a lone * is not"
                      + " allowed."));
    }
    return new HostPattern(
        matcher.group(3).toLowerCase(Locale.ROOT),
        matcher.group(2) != null,
        matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)),
        "http://".equals(matcher.group(1)));
  }

  /** Whether this is about the address's host and port; plain HTTP is another question. */
  public boolean matches(RemoteAddress address) {
    boolean same = below ? address.host().endsWith("." + host) : address.host().equals(host);
    return same && (port == 0 || port == address.port());
  }

  @Override
  public String toString() {
    return (plain ? "http://" : "") + (below ? "*." : "") + host + (port == 0 ? "" : ":" + port);
  }
}
