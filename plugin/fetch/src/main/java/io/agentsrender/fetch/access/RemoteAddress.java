package io.agentsrender.fetch.access;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place elsewhere. It is read once, and what connects is given the parts that were checked rather
 * than the text, so that no two readers can understand it differently.
 *
 * @param user empty where none is named; never a password
 * @param host in lower case; an IPv6 address stands in brackets
 * @param port the one that is connected to
 * @param path with the slash that starts it; of the short form {@code user@host:path} without it
 * @param query without the question mark; empty where there is none
 */
public record RemoteAddress(
    Scheme scheme, String user, String host, int port, String path, String query) {
  /** The short form that git and ssh have for {@code ssh://}. */
  private static final Pattern SHORT =
      Pattern.compile("(?:([A-Za-z0-9._+-]+)@)?([A-Za-z0-9][A-Za-z0-9.-]*):(?!//)([^:\\s].*)");

  private static final Pattern PASSWORD = Pattern.compile("//[^/@]*:[^/@]*@");
  private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");

  /**
   * Reads a URL, or git's short form for ssh.
   *
   * @param tried what it is read for, for the error
   * @throws FetchException where it cannot be read, is of a kind that is never fetched, or carries
   *     a password
   */
  public static RemoteAddress parse(String text, String tried) {
    String trimmed = text.strip();
    if (PASSWORD.matcher(trimmed).find()) {
      throw FetchException.of(
          Kind.BAD_ADDRESS,
          tried,
          "the URL " + redact(trimmed) + " carries a password",
          "Take it out of the URL, and give the host's credentials by a credentials file or an Argo"
              + " CD repository Secret.");
    }
    Matcher shortForm = SHORT.matcher(trimmed);
    if (!trimmed.contains("://") && shortForm.matches()) {
      return shortForm(shortForm);
    }
    return ofUrl(trimmed, tried);
  }

  private static RemoteAddress shortForm(Matcher matched) {
    String user = Optional.ofNullable(matched.group(1)).orElse("");
    String host = matched.group(2).toLowerCase(Locale.ROOT);
    return new RemoteAddress(
        Scheme.SSH, user, host, Scheme.SSH.defaultPort(), matched.group(3), "");
  }

  private static RemoteAddress ofUrl(String text, String tried) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw unreadable(text, tried, "it is not a URL: " + e.getReason());
    }
    String name = uri.getScheme() == null ? "" : uri.getScheme();
    Scheme scheme =
        Scheme.of(name.equals("git+ssh") ? "ssh" : name)
            .orElseThrow(() ->
                unreadable(
                    text,
                    tried,
                    name.isEmpty()
                        ? "it names no scheme"
                        : "nothing is fetched by the scheme \"" + name + "\""));
    if (uri.getHost() == null || uri.getRawFragment() != null) {
      throw unreadable(
          text, tried, uri.getHost() == null ? "it names no host" : "it has a fragment (#...)");
    }
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    return new RemoteAddress(
        scheme,
        user,
        uri.getHost().toLowerCase(Locale.ROOT),
        uri.getPort() < 0 ? scheme.defaultPort() : uri.getPort(),
        uri.getRawPath() == null ? "" : uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery());
  }

  private static FetchException unreadable(String text, String tried, String reason) {
    return FetchException.of(
        Kind.BAD_ADDRESS,
        tried,
        "\"" + redact(text) + "\" cannot be fetched: " + reason,
        "Write https://host/path, ssh://user@host/path, user@host:path or oci://host/path.");
  }

  /** A text that may be a URL, without what may be secret in it. */
  public static String redact(String text) {
    String bare = USER_INFO.matcher(text).replaceFirst("//");
    int question = bare.indexOf('?');
    return question < 0 ? bare : bare.substring(0, question);
  }

  /** Another path at the same host. */
  public RemoteAddress withPath(String other) {
    return new RemoteAddress(scheme, user, host, port, other, "");
  }

  /** The same place reached otherwise. */
  public RemoteAddress withScheme(Scheme other) {
    return new RemoteAddress(other, user, host, port, path, query);
  }

  public boolean isHttp() {
    return scheme == Scheme.HTTP || scheme == Scheme.HTTPS;
  }

  /** Host and, where it is not the usual one, port. */
  public String authority() {
    return port == scheme.defaultPort() ? host : host + ":" + port;
  }

  /** The URL that is connected to; for ssh with the user, else without. */
  public String url() {
    boolean relative = !path.isEmpty() && !path.startsWith("/");
    String login = scheme == Scheme.SSH && !user.isEmpty() ? user + "@" : "";
    if (relative) {
      return login + host + ":" + path;
    }
    return scheme.text()
        + "://"
        + login
        + authority()
        + path
        + (query.isEmpty() ? "" : "?" + query);
  }

  /** The URL for people: a query may hold a signature, and stays out. */
  @Override
  public String toString() {
    return query.isEmpty() ? url() : url().substring(0, url().indexOf('?'));
  }

  /** The same text for all ways to write one git repository, as Argo CD compares them. */
  public String repositoryKey() {
    String bare = path.startsWith("/") ? path.substring(1) : path;
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    if (bare.endsWith(".git")) {
      bare = bare.substring(0, bare.length() - ".git".length());
    }
    String login = scheme == Scheme.SSH ? user + "@" : "";
    return scheme.text() + "://" + login + authority() + "/" + bare;
  }
}
