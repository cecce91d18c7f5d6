package io.agentsrender.cli.console;

/** The program's version and the versions of the tools it is exact with. */
public final class Version {
  private Version() {}

  /** As in the jar's manifest. */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** What {@code --version} prints. */
  public static String[] lines() {
    return new String[] {
      "agents-render " + number(), "exact with Helm 3.15.4, 3.19.4, 3.21.0 and 4.2.1",
    };
  }
}
