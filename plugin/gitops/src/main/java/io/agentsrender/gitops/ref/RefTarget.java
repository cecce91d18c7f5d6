package io.agentsrender.gitops.ref;

/** What a ref stands for. */
public sealed interface RefTarget {

  /**
   * The application's own repository, or a folder of it.
   *
   * @param folder from the root; empty for the root itself
   */
  record Own(String folder) implements RefTarget {
    public static final Own ROOT = new Own("");
  }

  /**
   * Another repository.
   *
   * @param revision a commit, tag or branch; empty for the default branch
   */
  record Remote(String url, String revision) implements RefTarget {}

  /**
   * Reads {@code .}, a folder, or {@code URL@revision}. The URL may be of the form that ssh takes,
   * {@code git@host:path}.
   */
  static RefTarget parse(String text) {
    int path = startOfPath(text);
    if (path < 0) {
      String folder = text.startsWith("./") ? text.substring(2) : text;
      return folder.equals(".") ? Own.ROOT : new Own(folder);
    }
    int revision = text.indexOf('@', path);
    return revision < 0
        ? new Remote(text, "")
        : new Remote(text.substring(0, revision), text.substring(revision + 1));
  }

  /** Where the path of a URL starts, or -1 where the text is no URL. */
  private static int startOfPath(String text) {
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      int slash = text.indexOf('/', scheme + 3);
      return slash < 0 ? text.length() : slash;
    }
    int user = text.indexOf('@');
    int colon = text.indexOf(':');
    return user > 0 && colon > user ? colon : -1;
  }
}
