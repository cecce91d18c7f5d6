package io.agentsrender.gotemplate.net;

import org.jspecify.annotations.Nullable;

/**
 * Who an address is for ({@code url.Userinfo}), decoded.
 *
 * @param password null without one, which is not the same as an empty one
 */
public record UserInfo(String name, @Nullable String password) {
  /** Escaped, as it stands in an address. */
  @Override
  public String toString() {
    String text = UrlPart.USER.escape(name);
    return password == null ? text : text + ":" + UrlPart.USER.escape(password);
  }
}
