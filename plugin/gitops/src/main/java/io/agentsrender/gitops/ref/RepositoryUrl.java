package io.agentsrender.gitops.ref;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether two URLs name the same git repository, as NormalizeGitURL of Argo CD's util/git
 * does.
 */
public final class RepositoryUrl {
  private static final Pattern SSH = Pattern.compile("^(ssh://)?([^/:]*?)@[^@]+$");
  private static final String SSH_SCHEME = "ssh://";
  private static final String SUFFIX = ".git";

  private RepositoryUrl() {}

  public static boolean isSame(String left, String right) {
    return normalised(left).equals(normalised(right));
  }

  /** The form in which URLs are compared. */
  public static String normalised(String url) {
    String text = url.strip().toLowerCase(Locale.ROOT);
    if (SSH.matcher(text).matches() && !text.startsWith(SSH_SCHEME)) {
      text = text.replaceFirst(":", "/");
    }
    if (text.endsWith(SUFFIX)) {
      text = text.substring(0, text.length() - SUFFIX.length());
    }
    return text.startsWith(SSH_SCHEME) ? text.substring(SSH_SCHEME.length()) : text;
  }
}
