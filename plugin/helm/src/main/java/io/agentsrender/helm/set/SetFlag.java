package io.agentsrender.helm.set;

/**
 * A value given on its own rather than in a file.
 *
 * @param kind which language its text is in
 * @param text the flag's argument, as in {@code image.tag=1,name=a}
 */
public record SetFlag(Kind kind, String text) {

  /** The languages, in the order in which Helm applies them whatever their order as flags. */
  public enum Kind {
    JSON("--set-json"),
    TYPED("--set"),
    STRING("--set-string"),
    FILE("--set-file"),
    LITERAL("--set-literal");

    private final String flag;

    Kind(String flag) {
      this.flag = flag;
    }

    /** As on Helm's command line. */
    public String flag() {
      return flag;
    }
  }

  /** Does not show the value, which may be secret. */
  @Override
  public String toString() {
    return kind.flag + " " + key();
  }

  /** The text before the first {@code =}. */
  public String key() {
    int equals = text.indexOf('=');
    return equals < 0 ? "..." : text.substring(0, equals);
  }
}
