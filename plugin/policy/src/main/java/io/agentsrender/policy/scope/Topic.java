package io.agentsrender.policy.scope;

/** What problems of policies are about: each is the name of a rule of {@code check}. */
public final class Topic {
  /** An image has no digest where one is required. */
  public static final String DIGEST = "image-digest";

  /** No registry has an image under that reference. */
  public static final String IMPOSSIBLE_IMAGE = "image-impossible";

  /** Components that go together are of different commits. */
  public static final String LOCKSTEP = "image-lockstep";

  /** A chart lets the environment of all components win over a component's own. */
  public static final String ENVIRONMENT = "env-precedence";

  /** A checksum is asked for that no pod needs. */
  public static final String UNREFERENCED_CHECKSUM = "checksum-unreferenced";

  /** A checksum stands for a name only. */
  public static final String UNKNOWN_CONTENT = "checksum-content-unknown";

  private Topic() {}
}
