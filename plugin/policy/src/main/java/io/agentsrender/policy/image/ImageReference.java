package io.agentsrender.policy.image;

import java.util.regex.Pattern;

/**
 * An image as a container names it: {@code repository:tag@digest}.
 *
 * @param tag empty where there is none
 * @param digest empty where there is none; not necessarily a well-formed one
 */
public record ImageReference(String repository, String tag, String digest) {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  public static ImageReference parse(String image) {
    int at = image.indexOf('@');
    String digest = at < 0 ? "" : image.substring(at + 1);
    String name = at < 0 ? image : image.substring(0, at);
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/')
        ? new ImageReference(name.substring(0, colon), name.substring(colon + 1), digest)
        : new ImageReference(name, "", digest);
  }

  public static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** Whether it names its content by a well-formed digest. */
  public boolean isPinned() {
    return isDigest(digest);
  }

  @Override
  public String toString() {
    return repository + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
