package io.agentsrender.policy.settings;

/**
 * What becomes of Helm hooks.
 *
 * @param argo whether all of them become hooks of Argo CD, tests among them
 */
public record HookSettings(boolean argo) {
  public static final HookSettings OFF = new HookSettings(false);

  /** What becomes of test hooks. */
  public enum Tests {
    /** They stay hooks of Helm, which Argo CD does not run. */
    KEEP,
    /** They run after each sync. */
    POST_SYNC("postSync");

    private final String written;

    Tests() {
      this.written = name();
    }

    Tests(String written) {
      this.written = written;
    }

    @Override
    public String toString() {
      return written;
    }
  }
}
