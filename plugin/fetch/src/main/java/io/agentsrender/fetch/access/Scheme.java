package io.agentsrender.fetch.access;

import java.util.Optional;

/** How a place is reached. */
public enum Scheme {
  HTTPS("https", 443),
  HTTP("http", 80),
  SSH("ssh", 22),
  /** A registry, over HTTPS unless its host is allowed with {@code http://}. */
  OCI("oci", 443);

  private final String text;
  private final int port;

  Scheme(String text, int port) {
    this.text = text;
    this.port = port;
  }

  public String text() {
    return text;
  }

  /** The port where an address names none. */
  public int defaultPort() {
    return port;
  }

  static Optional<Scheme> of(String text) {
    for (Scheme scheme : values()) {
      if (scheme.text.equalsIgnoreCase(text)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }
}
