package io.agentsrender.render.plan;

/**
 * Which files of a folder are manifests, as the {@code directory} of an Application says it.
 *
 * @param recurse whether folders below it count
 * @param include a pattern that paths below the folder must match; empty for all
 * @param exclude a pattern that they must not match; empty for none
 */
public record FileSelection(boolean recurse, String include, String exclude) {
  /** The files of the folder itself. */
  public static final FileSelection DEFAULT = new FileSelection(false, "", "");
}
